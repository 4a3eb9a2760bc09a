/** Forms that staff can switch off without a deployment. */
export const switchedForms = ['contact', 'callbacks', 'votes', 'searchMisses'] as const;

export type SwitchedForm = (typeof switchedForms)[number];
