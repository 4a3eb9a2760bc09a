import type { Stories } from './story.ts';

/** Demonstration texts. Whoever edits them keeps to what support can do: docs/writing.md. */
export const english: Stories = {
	safety: [
		{
			message:
				'Somebody on Telegram said he was from your support and I signed something on his site. Now 300 USDT are gone. What do I do?',
			ask: 'I am sorry. Which address is it, and do you still have other assets on it? Please move what is left to a new wallet, made on another device, before you do anything else.',
			answer: 'I moved the rest to a new wallet. The address was the one I added above.',
			reply:
				'Thank you, that was the most important step. What is confirmed on the chain cannot be taken back by anybody, us included. The guide about revoking approvals shows how to close what you signed; report the site to the police and to the exchange that the funds went to.',
		},
		{
			message: 'I forgot the password of the app after changing my phone. Can you reset it for me?',
			reply:
				'Nobody can reset it, because nobody but you has it. If you have your recovery phrase on paper, delete the app, install it again and restore the wallet with a new password. Never type the phrase anywhere else.',
		},
		{
			message: 'I got a mail that my wallet must be verified until Friday or it will be closed. Is that from you?',
			reply:
				'No. We never ask anybody to verify a wallet, and nobody can close yours. Please do not open the link. If you did and typed your phrase there, move your assets to a new wallet now.',
		},
	],
	transactions: [
		{
			chain: 'ethereum',
			message:
				'My transaction has been pending for six hours. The app says "replacement transaction underpriced" when I try again.',
			ask: 'Which network is it, and what is the hash of the transaction that is pending?',
			answer: 'Ethereum, I put the hash into the form.',
			reply:
				'It waits because its fee is below what the network takes just now. Choose "speed up" on that transaction and let the app suggest a fee at least a tenth higher; then it replaces the first one.',
		},
		{
			message: 'Swap failed twice and I paid the fee both times. Why do I pay for something that failed?',
			reply:
				'The network was paid for trying, whether or not the swap went through; neither you nor we can get that back. Both failed because the price moved more than your limit. Try a smaller amount or a quieter hour.',
		},
		{
			chain: 'tron',
			message: 'Error "out of energy" when I send USDT on TRON, but I have USDT enough.',
			reply:
				'A transfer of USDT on TRON needs energy or TRX for the fee, apart from the amount itself. Send some TRX to the same address and try again; the article linked below explains how much is usual.',
		},
	],
	deposits: [
		{
			chain: 'bsc',
			message: 'I sent USDT from an exchange yesterday evening and it still does not show in my wallet.',
			ask: 'Which network did you choose at the exchange, and what is the transaction hash it shows?',
			answer: 'It says BEP20. The hash is in the form now.',
			reply:
				'The chain shows that it has arrived on BNB Smart Chain. Switch the network at the top of the app to BNB Smart Chain and add USDT to the list: the balance is there.',
		},
		{
			message: 'I withdrew to the exchange but forgot the memo. The exchange says it has not received anything.',
			reply:
				'The transfer is confirmed, so it is with the exchange: only they can find it and add it to your account. Write to their support with the transaction hash and say that the memo was missing.',
		},
		{
			message: 'Sent tokens to my own address on the wrong network, are they lost?',
			reply:
				'Probably not. The same address exists on both networks. Switch the app to the network you sent on and add the token; then you can send them back, for which you need some of that network’s own coin.',
		},
	],
	'how-to': [
		{
			message: 'How do I move my wallet to my new phone without losing anything?',
			reply:
				'Write the recovery phrase on paper in the app’s backup menu, with nobody looking. Install the app on the new phone from our official page, choose "restore" and type the phrase there. Check the address before you delete the old app.',
		},
		{
			message: 'Where do I see the fee before I confirm? The app only shows "estimated".',
			reply:
				'On the confirmation page tap the estimate: it opens the fee in the network’s own coin and the highest it can become. The final fee is in the transaction’s details.',
		},
		{
			message: 'I want to add a token that is not in the list. It asks for a contract address.',
			ask: 'Which token is it, and on which chain?',
			answer: 'A new one a friend told me about, on Base.',
			reply:
				'Take the contract address from the project’s own site or the explorer, never from a message. Anybody can make a token with any name; if you cannot find an official source, it is better to leave it.',
		},
	],
	frozen: [
		{
			chain: 'ethereum',
			message: 'My USDT cannot be sent any more, the transfer fails each time with no clear reason. Is my account frozen?',
			ask: 'Could you tell me the address and the full error text?',
			answer: 'Address is above. The text says "execution reverted".',
			reply:
				'We looked at the token’s contract: this address is on the issuer’s list. Only the issuer can lift that, and it tells you what it needs. We cannot freeze or unfreeze anything. Our article names the way to reach them.',
		},
		{
			chain: 'tron',
			message: 'The app says my TRX are frozen. I never froze anything!',
			reply:
				'This "frozen" means staked: at some time TRX were locked for energy or bandwidth. Choose "unstake" in the resources menu; after the waiting time of the network they can be withdrawn.',
		},
	],
	fake: [
		{
			message: 'There is an app in a store with your logo that wants my recovery phrase at the start. I want to report it.',
			reply:
				'Thank you, this protects others. We have added it to the list of known fakes and reported it to the store. If you typed your phrase there, please move your assets to a new wallet at once.',
		},
		{
			message: 'A phone number keeps calling me in your name and offers a refund.',
			reply:
				'That is not us: we never call first, and there are no refunds by phone. We have added the number to the list. Please block it.',
		},
	],
	other: [
		{
			message: 'Your article on quieter times was useful. Could you also say which hours are quiet for English?',
			reply: 'Good idea, thank you. We have passed it to the people who write the articles.',
		},
		{
			message: 'Can I get a statement of all my transactions for my tax adviser?',
			reply:
				'We keep no record of your transactions; the chain does. Most explorers can export the history of an address as a table, which advisers usually accept.',
		},
	],
};
