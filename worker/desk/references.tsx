import { link, type View } from './layout.tsx';

/** Leads to a request or a call by its reference. */
export function ReferenceLink({ view, reference }: { view: View; reference: string }) {
	return <a href={link(view, pathOf(reference))}>{reference}</a>;
}

/** The page of a request or a call. */
export function pathOf(reference: string): string {
	return `/desk/${isCall(reference) ? 'callbacks' : 'requests'}/${reference}`;
}

export function isCall(reference: string): boolean {
	return reference.startsWith('C-');
}
