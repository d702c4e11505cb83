/** One broken rule, at one place. */
export type Finding = { rule: string; place: string; text: string };
