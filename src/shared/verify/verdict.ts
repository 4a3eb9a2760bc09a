import { findCandidates } from '#shared/verify/candidates';
import type { Candidate, ChannelKind, ChannelLists, FakeEntry, OfficialEntry, Reason } from '#shared/verify/kinds';
import { decodeHost, distance, hostLikeness, nameLikeness, registeredPart } from '#shared/verify/lookalikes';

const order: readonly Verdict[] = ['fake', 'unlisted', 'official'];

/**
 * What is to be said about each channel in a pasted text, the worst first. Only what stands in the official list is `official`;
 * everything else is `unlisted` or a known `fake`. Empty when there is nothing to check, which says nothing either. Never throws.
 */
export function judge(text: string, lists: ChannelLists): Finding[] {
	const findings = new Map<string, Finding>();
	for (const candidate of findCandidates(text)) {
		const finding = judgeOne(candidate, lists);
		const key = `${finding.kind} ${finding.value} ${finding.verdict}`;
		if (!findings.has(key)) findings.set(key, finding);
	}
	return [...findings.values()].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

function judgeOne(candidate: Candidate, lists: ChannelLists): Finding {
	const { kinds, shown, faults } = candidate;
	const fake = lists.fakes.find((entry) => kinds.includes(entry.kind) && isEntry(candidate, entry, true));
	if (fake) return { ...explain(candidate, fake.kind, lists), verdict: 'fake', fake };
	const official = lists.official.find(
		(entry) => kinds.includes(entry.kind) && isEntry(candidate, entry, entry.subdomains ?? false),
	);
	if (official && faults.length === 0) {
		const isNational = official.kind === 'phone' && digitsOf(candidate.value) !== digitsOf(official.value);
		const value = official.kind === 'website' ? candidate.value : official.value;
		return { verdict: 'official', kind: official.kind, value, shown, reasons: [], official, isNational };
	}
	// Ours by its name, but not as it was pasted.
	if (official)
		return { verdict: 'unlisted', kind: official.kind, value: candidate.value, shown, reasons: faults, like: official.value };
	const finding = explain(candidate, kindOf(candidate), lists);
	return { ...finding, verdict: 'unlisted', isAnywhere: kinds.length > 1 && isName(finding.kind) };
}

/** Whether a candidate is an entry of a list. Package names tell upper from lower case; accounts and hosts do not. */
function isEntry({ kinds, value, shown }: Candidate, entry: OfficialEntry | FakeEntry, takesSubdomains: boolean): boolean {
	if (entry.kind === 'website') return value === entry.value || (takesSubdomains && value.endsWith(`.${entry.value}`));
	if (entry.kind === 'phone') return isPhone(value, entry.value);
	// What may be a host as well stands there in lower case.
	if (entry.kind === 'android') return (kinds.includes('website') ? shown : value) === entry.value;
	return value.toLowerCase() === entry.value.toLowerCase();
}

/** Numbers are compared by their digits: whole, after 00 or 011, or without the country code and with a leading 0. */
function isPhone(pasted: string, listed: string): boolean {
	const [digits, own] = [digitsOf(pasted), digitsOf(listed)];
	if (digits === own) return true;
	if (pasted.startsWith('+')) return false;
	const [code = ''] = /^\+\d+/.exec(listed) ?? [];
	const national = own.slice(digitsOf(code).length);
	return [`00${own}`, `011${own}`, ...(code === '' ? [] : [national, `0${national}`])].includes(digits);
}

/** What makes something that is not ours look as if it were. */
function explain(candidate: Candidate, kind: ChannelKind, { official }: ChannelLists): Omit<Finding, 'verdict'> {
	const { value, shown, faults } = candidate;
	const valuesOf = (wanted: ChannelKind) => official.filter((entry) => entry.kind === wanted).map((entry) => entry.value);
	const base = { kind, value, shown };
	if (faults.includes('broken') || faults.includes('scheme')) return { ...base, reasons: faults };
	if (kind === 'website') {
		const { reasons, like } = linkLikeness(candidate, valuesOf('website'));
		return { ...base, reasons: [...new Set([...faults, ...reasons])], ...(like ? { like } : {}), ...hostFacts(value) };
	}
	if (kind === 'email') return { ...base, ...mailLikeness(candidate, valuesOf('email'), valuesOf('website')) };
	if (kind === 'phone') {
		const like = valuesOf('phone').find((own) => distance(digitsOf(value).slice(-15), digitsOf(own)) <= 2);
		return { ...base, reasons: like ? [...faults, 'typo'] : faults, ...(like ? { like } : {}) };
	}
	const elsewhere = official.find(
		(entry) => !candidate.kinds.includes(entry.kind) && isName(entry.kind) && isEntry(candidate, entry, false),
	);
	if (elsewhere) return { ...base, reasons: [...faults, 'platform'], like: elsewhere.value };
	const { reasons, like } = nameLikeness(value, candidate.kinds.flatMap(valuesOf));
	return { ...base, reasons: [...new Set([...faults, ...reasons])], ...(like ? { like } : {}) };
}

function linkLikeness(
	{ value, rest = '', userinfo = '' }: Candidate,
	ours: readonly string[],
): { reasons: Reason[]; like?: string } {
	const likeness = hostLikeness(value, ours);
	const named = ours.find((own) => rest.toLowerCase().includes(own) || userinfo.toLowerCase().includes(own));
	if (!named) return likeness;
	return { like: named, reasons: rest.toLowerCase().includes(named) ? ['path', ...likeness.reasons] : likeness.reasons };
}

function mailLikeness({ value, faults }: Candidate, mails: readonly string[], hosts: readonly string[]) {
	const host = value.slice(value.lastIndexOf('@') + 1);
	const mailHosts = mails.map((mail) => mail.slice(mail.lastIndexOf('@') + 1));
	if (mailHosts.includes(host)) {
		const like = mails.find((mail) => mail.endsWith(`@${host}`));
		return { reasons: [...new Set<Reason>([...faults, 'mailbox'])], ...(like ? { like } : {}) };
	}
	const likeness = hostLikeness(host, [...new Set([...mailHosts, ...hosts])]);
	// A name in front of @ proves as little as one in front of another host.
	const inName = mailHosts.find((own) => value.slice(0, value.lastIndexOf('@')).includes(own));
	const reasons: Reason[] = inName ? ['userinfo', ...likeness.reasons] : likeness.reasons;
	return {
		reasons: [...new Set([...faults, ...reasons])],
		...(inName || likeness.like ? { like: inName ?? likeness.like ?? '' } : {}),
		...hostFacts(host),
	};
}

/** What a host really reads, and whose it is. */
function hostFacts(host: string): { decoded?: string; domain: string } {
	const decoded = decodeHost(host);
	return { ...(decoded === host ? {} : { decoded }), domain: registeredPart(host) };
}

/** What to call something that could be several things. */
function kindOf({ kinds, value }: Candidate): ChannelKind {
	const [first = 'website'] = kinds;
	return kinds.includes('android') && /^(?:com|org|net|io|app|cn|co|me)\.\w+\.\w/.test(value) ? 'android' : first;
}

function isName(kind: ChannelKind): boolean {
	return kind === 'telegram' || kind === 'x' || kind === 'wechat';
}

function digitsOf(text: string): string {
	return text.replace(/\D/g, '');
}

export type Verdict = 'official' | 'fake' | 'unlisted';

/** What is to be said about one channel. */
export interface Finding {
	verdict: Verdict;
	kind: ChannelKind;
	value: string;
	/** As it was pasted. */
	shown: string;
	reasons: Reason[];
	/** The entry of the official list that it is. */
	official?: OfficialEntry;
	/** The known fake that it is. */
	fake?: FakeEntry;
	/** A phone number without its country code: with another one it is somebody else's. */
	isNational?: boolean;
	/** A bare name that could be on any platform. */
	isAnywhere?: boolean;
	/** The one of ours that it looks like. */
	like?: string;
	/** A host's international labels as people see them. */
	decoded?: string;
	/** The registered part of a host. */
	domain?: string;
}
