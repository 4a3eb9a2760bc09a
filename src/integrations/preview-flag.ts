import type { AstroIntegration } from 'astro';

/**
 * Defines `__PREVIEW__`: true in `npm run dev`, false in every build. `import.meta.env.DEV` is not that: a variable DEV in the
 * shell makes it true, and a build would publish drafts.
 */
export function previewFlag(): AstroIntegration {
	return {
		name: 'preview-flag',
		hooks: {
			'astro:config:setup': ({ command, updateConfig }) => {
				updateConfig({ vite: { define: { __PREVIEW__: String(command === 'dev') } } });
			},
		},
	};
}
