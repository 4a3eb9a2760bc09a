import { link, type View } from './layout.tsx';

/** Leads to a request or a call by its reference. */
export function ReferenceLink({ view, reference }: { view: View; reference: string }) {
	return <a href={link(view, pathOf(reference))}>{reference}</a>;
}

/** A sentence that leads on where it names a reference. */
export function ReferenceText({ view, text, reference }: { view: View; text: string; reference: string }) {
	const [before = '', after = ''] = text.split('{reference}');
	return (
		<>
			{before}
			<ReferenceLink view={view} reference={reference} />
			{after}
		</>
	);
}

/** The page of a request or a call. */
export function pathOf(reference: string): string {
	return `/desk/${isCall(reference) ? 'callbacks' : 'requests'}/${reference}`;
}

export function isCall(reference: string): boolean {
	return reference.startsWith('C-');
}
