/** A button and the key that presses it (with the browser's modifier). */
export function Key({ name, label, isPrimary = false }: { name: string; label: string; isPrimary?: boolean }) {
	return (
		<button type="submit" accesskey={name} data-key={name} class={isPrimary ? 'primary' : undefined}>
			{label} <kbd>{name.toUpperCase()}</kbd>
		</button>
	);
}
