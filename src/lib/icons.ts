import type { SvgComponent } from 'astro/types';

const files = import.meta.glob<{ default: SvgComponent }>('../icons/*.svg', { eager: true });

/** Icon by file name; a missing file fails the build. */
export function icon(name: string): SvgComponent {
	const file = files[`../icons/${name}.svg`];
	if (!file) throw new Error(`no icon src/icons/${name}.svg`);
	return file.default;
}
