import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { icons } from './icons.js';

const folder = join(import.meta.dirname, 'node_modules/@tabler/icons/icons/outline');

/** Writes icons.svg: one symbol for each icon that icons.js names. */
export function iconSprite() {
  return {
    name: 'icon-sprite',
    generateBundle() {
      const symbols = icons.map((name) => {
        const drawing = readFileSync(join(folder, `${name}.svg`), 'utf8')
          .replace(/[\s\S]*?<svg[^>]*>/, '')
          .replace('</svg>', '')
          .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '')
          .replace(/\s*\n\s*/g, '');
        return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
      });
      this.emitFile({
        type: 'asset',
        fileName: 'icons.svg',
        source: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`,
      });
    },
  };
}
