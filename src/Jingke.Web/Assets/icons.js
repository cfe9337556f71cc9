/** Names of the Tabler outline icons that pages may show through <Icon Name="…" />. Add a name here to use it. */
export const icons = [
  // navigation
  'sun-high', 'users', 'crown', 'chart-bar', 'table-import', 'settings', 'dots', 'search', 'language', 'user-circle',
  'sun', 'moon', 'device-desktop', 'key', 'logout', 'menu-2', 'home',
  // actions
  'plus', 'pencil', 'trash', 'restore', 'download', 'upload', 'copy', 'check', 'x', 'filter', 'refresh', 'player-play',
  'external-link', 'history', 'bookmark', 'user-plus', 'share', 'arrow-back-up', 'adjustments', 'file-spreadsheet', 'file-text', 'printer',
  // direction
  'chevron-left', 'chevron-right', 'chevron-down', 'chevron-up', 'arrow-left', 'arrow-right', 'arrow-up', 'arrow-down', 'selector',
  'trending-up', 'trending-down', 'minus',
  // subjects
  'building', 'map-pin', 'phone', 'mail', 'calendar', 'clock', 'package', 'receipt', 'target', 'world', 'sitemap', 'shield-lock',
  'chart-pie', 'chart-line', 'table', 'list', 'tag', 'star', 'database', 'rocket', 'user', 'currency-yuan', 'bolt', 'inbox', 'message',
  'message-plus', 'messages', 'cloud-off',
  // state
  'info-circle', 'help', 'shield-check', 'alert-triangle', 'alert-circle', 'circle-check', 'circle-x', 'lock', 'bell', 'eye', 'eye-off', 'loader-2',
];
