import { support } from '#config/support';
import { explorerUrl } from '#shared/formats';

import type { StoredRequest } from '../db/requests.ts';
import { Row, Shared } from './details.tsx';
import { Priority, Promised } from './due.tsx';
import type { View } from './layout.tsx';
import { PurgeForm } from './purge-form.tsx';
import { RoutedBy } from './rule.tsx';
import { stateName, words } from './words.ts';

/** What is known of a request; each text that somebody wrote can be cut out. */
export function RequestFacts({ view, request }: { view: View; request: StoredRequest }) {
	const t = words[view.locale];
	const explorer = request.txHash && explorerUrl(request.txHash, request.chain ?? undefined);
	return (
		<dl>
			<Row label={t.state}>
				{stateName(view.locale, request.state)}
				<Priority view={view} item={request} />
			</Row>
			<Row label={t.replyBy}>{request.dueAt !== null && <Promised view={view} item={request} />}</Row>
			<Row label={t.assignee}>{request.assignee ?? t.nobody}</Row>
			<Row label={t.name}>
				{request.name && (
					<>
						{request.name}
						<PurgeForm view={view} request={request} field="name" />
					</>
				)}
			</Row>
			<Row label={t.email}>
				<a href={`mailto:${request.email}`}>{request.email}</a>
			</Row>
			<Shared view={view} item={request} />
			<RoutedBy view={view} request={request} />
			<Row label={t.chain}>{support.chains.find(({ id }) => id === request.chain)?.name ?? request.chain}</Row>
			<Row label={t.txHash}>
				{request.txHash && <code>{request.txHash}</code>}
				{explorer && (
					<>
						{' '}
						<a href={explorer} rel="noreferrer">
							{t.explorer}
						</a>
					</>
				)}
				{request.txHash && <PurgeForm view={view} request={request} field="txHash" />}
			</Row>
			{(['address', 'appVersion', 'device'] as const).map((field) => (
				<Row label={t[field]}>
					{request[field] && (
						<>
							{field === 'address' ? <code>{request.address}</code> : request[field]}
							<PurgeForm view={view} request={request} field={field} />
						</>
					)}
				</Row>
			))}
		</dl>
	);
}
