/** A number of bytes as people say it: `820 kB`, `3.4 MB`. */
export function formatBytes(bytes: number, lang: string): string {
	const isSmall = bytes < 999_500;
	const value = isSmall ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000;
	const number = new Intl.NumberFormat(lang, { maximumFractionDigits: isSmall ? 0 : 1 }).format(value);
	return `${number} ${isSmall ? 'kB' : 'MB'}`;
}
