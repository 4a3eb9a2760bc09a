import { Layout, type View } from './layout.tsx';
import { nameLength } from './local-login.ts';
import { roles } from './roles.ts';
import { words } from './words.ts';

/** The local login. In production Cloudflare Access stands here. */
export function Login({ view, isWrong = false }: { view: View; isWrong?: boolean }) {
	const t = words[view.locale];
	return (
		<Layout view={view} isLogin>
			<h1>{t.desk}</h1>
			<form class="login" method="post" action="/desk/login">
				<label for="token">{t.token}</label>
				<input
					id="token"
					name="token"
					type="password"
					autocomplete="current-password"
					required
					aria-describedby={isWrong ? 'wrong' : 'hint'}
					aria-invalid={isWrong ? 'true' : undefined}
				/>
				{isWrong ? (
					<p id="wrong" class="wrong" role="alert">
						{t.wrongToken}
					</p>
				) : (
					<p id="hint" class="hint">
						{t.tokenHint}
					</p>
				)}
				<label for="name">{t.loginName}</label>
				<input id="name" name="name" autocomplete="username" maxlength={nameLength} aria-describedby="name-hint" />
				<p id="name-hint" class="hint">
					{t.loginNameHint}
				</p>
				<label for="role">{t.role}</label>
				<select id="role" name="role">
					{roles.map((role) => (
						<option value={role} selected={role === 'lead'}>
							{t[role]}
						</option>
					))}
				</select>
				<button type="submit">{t.logIn}</button>
			</form>
		</Layout>
	);
}
