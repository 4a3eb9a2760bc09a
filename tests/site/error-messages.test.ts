import { readFile } from 'node:fs/promises';

import { describe, expect, test } from 'vitest';

import { localeIds } from '../../src/config/locales.ts';
import { createSearch } from '../../src/search/index.ts';

/** What wallets and nodes say word for word, and the article that explains it. */
const messages: [message: string, article: string][] = [
	['OUT_OF_ENERGY', 'tron-out-of-energy'],
	['BANDWITH_ERROR', 'tron-out-of-energy'],
	['CONTRACT_VALIDATE_ERROR', 'tron-contract-validate-error'],
	['balance is not sufficient', 'tron-contract-validate-error'],
	['account [T…] does not exist', 'tron-contract-validate-error'],
	['SIGERROR … not contained of permission', 'tron-permission-changed'],
	['NOT_ENOUGH_PERMISSION', 'tron-multisig'],
	['TRANSACTION_EXPIRATION_ERROR', 'tron-expired-or-duplicate'],
	['TAPOS_ERROR', 'tron-expired-or-duplicate'],
	['DUP_TRANSACTION_ERROR', 'tron-expired-or-duplicate'],
	['SERVER_BUSY', 'tron-expired-or-duplicate'],
	['insufficient funds for gas * price + value', 'insufficient-gas'],
	['nonce too low', 'nonce-errors'],
	['nonce too high', 'nonce-errors'],
	['already known', 'nonce-errors'],
	['replacement transaction underpriced', 'fee-too-low-errors'],
	['transaction underpriced', 'fee-too-low-errors'],
	['max fee per gas less than block base fee', 'fee-too-low-errors'],
	['intrinsic gas too low', 'fee-too-low-errors'],
	['out of gas', 'reverted-or-out-of-gas'],
	['execution reverted', 'reverted-or-out-of-gas'],
	['STF', 'swap-failed'],
	['TransferHelper: TRANSFER_FROM_FAILED', 'swap-failed'],
	['INSUFFICIENT_OUTPUT_AMOUNT', 'swap-failed'],
	['0x1771', 'swap-failed'],
	['6001', 'swap-failed'],
	['Blockhash not found', 'solana-errors'],
	['block height exceeded', 'solana-errors'],
	['insufficient funds for rent', 'solana-errors'],
];

describe.each(localeIds)('in %s', (locale) => {
	const search = createSearch({
		language: locale,
		bundle: async (name) => Uint8Array.from(await readFile(`dist/pagefind/${name}`)),
	});

	test.each(messages)('“%s” finds its explanation first', async (message, article) => {
		const { results } = await search.search(message);
		expect(results[0]?.page).toBe(`/${locale}/faq/${article}/`);
	});
});
