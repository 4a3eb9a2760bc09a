import { z } from 'astro/zod';
import { parse } from 'yaml';

const head = `# Every address that was ever published, without language. npm run translated and npm run move write it; nothing is
# ever removed: the content check sees to it that each still leads to an article.
`;

/** content/addresses.yml */
export const AddressesSchema = z
	.array(
		z.string().regex(/^(faq|guides)\/[a-z0-9-]+$/, 'write an address without language, such as faq/forgot-password'),
		'write a list of addresses',
	)
	.nullish();

/** Addresses that were ever published. Throws where the file is not a list of addresses. */
export function readAddresses(text: string): Set<string> {
	return new Set(AddressesSchema.parse(parse(text)));
}

/** The file with more addresses, in the order of the alphabet so that two people's additions seldom touch the same line. */
export function addAddresses(text: string, more: Iterable<string>): string {
	const all = [...new Set([...readAddresses(text), ...more])].sort();
	return `${head}${all.map((address) => `- ${address}\n`).join('')}`;
}
