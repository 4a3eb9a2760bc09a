const addressPatterns = [
	/^0x[0-9a-fA-F]{40}$/,
	/^T[1-9A-HJ-NP-Za-km-z]{33}$/,
	/^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/,
	/^bc1[qp][02-9ac-hj-np-z]{38,58}$/i,
	/^[1-9A-HJ-NP-Za-km-z]{32,44}$/,
];

/** Whether a text has the shape of a public address on any chain we help with. */
export function isAddress(text: string): boolean {
	return addressPatterns.some((pattern) => pattern.test(text.trim()));
}
