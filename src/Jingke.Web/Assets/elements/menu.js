// Menus are <details class="menu">: they open without script. With script they also close by Escape, by a click
// elsewhere, and before a page is kept for going back.
const open = () => document.querySelectorAll('details.menu[open]');

document.addEventListener('click', (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of open()) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

document.addEventListener('turbo:before-cache', () => {
  for (const menu of open()) menu.open = false;
});
