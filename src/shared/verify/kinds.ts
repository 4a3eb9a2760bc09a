/** What can be checked. `website` is a host, `android` a package name, `ios` an App Store id. */
export const channelKinds = ['website', 'email', 'phone', 'telegram', 'wechat', 'x', 'android', 'ios'] as const;

/** Kinds whose sender, caller or author can be forged or copied: finding one in the list says nothing about who made contact. */
export const forgeableKinds: ReadonlySet<ChannelKind> = new Set(['email', 'phone', 'telegram', 'wechat', 'x']);

/** Why something is not ours, or why it is easily taken for ours; each has its own words on the page. */
export const reasons = [
	'userinfo',
	'scheme',
	'port',
	'broken',
	'hidden',
	'glued',
	'post',
	'platform',
	'mailbox',
	'sibling',
	'subdomain',
	'path',
	'ending',
	'letters',
	'punycode',
	'mixed',
	'hyphen',
	'added',
	'typo',
	'ip',
] as const;

export type ChannelKind = (typeof channelKinds)[number];
export type Reason = (typeof reasons)[number];

/** Something in a pasted text that may be a channel. */
export interface Candidate {
	/** What it can be, most likely first: a bare name can belong to any platform. */
	kinds: ChannelKind[];
	/** As it is compared: host in ASCII, mail address with its host in lower case, digits of a phone number, name without @. */
	value: string;
	/** As it was pasted. */
	shown: string;
	/** What keeps it from being ours, whatever its value is. */
	faults: Reason[];
	/** What stands behind the host of a link: path, query and fragment. */
	rest?: string;
	/** What stands before the host of a link, up to @. */
	userinfo?: string;
}

/** A channel of the official list, in the words of one language. */
export interface OfficialEntry {
	kind: ChannelKind;
	value: string;
	subdomains?: boolean | undefined;
	since: string;
	purpose: string;
}

/** A known fake, in the words of one language. */
export interface FakeEntry {
	kind: ChannelKind;
	value: string;
	seen: string;
	source: string;
	note: string;
}

/** What pasted texts are compared with. */
export interface ChannelLists {
	official: OfficialEntry[];
	fakes: FakeEntry[];
}
