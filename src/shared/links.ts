import * as z from 'zod';

import { emailField, localeField } from '#shared/fields';

/** `POST /api/links`: the private links of an address have been lost. */
export const LinksSchema = z.object({ locale: localeField, email: emailField });

/** The same whether or not the address is known. */
export const LinksAskedSchema = z.object({ accepted: z.literal(true) });

export type LinksAsked = z.output<typeof LinksSchema>;
