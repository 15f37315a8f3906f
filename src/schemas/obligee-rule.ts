import * as z from 'zod/mini';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const guaranteeName = z.enum(['契約保証', '前払金保証', '中間前払金保証']);

/** One way to hand in, for all kinds of guarantee or for those in `for`. */
export const submissionChannel = z.looseObject({
  /** `email`, `web_form`, `e_contract`, `fax`, `bring_print`, `bring_or_mail_print`, `attach_to_invoice`, … */
  kind: z.string().check(z.minLength(1)),
  to: z.nullable(z.string()),
  for: z.optional(z.array(guaranteeName)),
  /** The mail's subject as the obligee prescribes it, with the names of what is to be filled in. */
  subject: z.optional(z.nullable(z.string())),
  body: z.optional(z.nullable(z.string())),
  file_name: z.optional(z.nullable(z.string())),
  fields: z.optional(z.array(z.string())),
  /** Where to call, and its hours in words, e.g. 「平日 8:30～17:15」. */
  phone: z.optional(z.nullable(z.string())),
  hours: z.optional(z.nullable(z.string())),
});

/** A second rule of an obligee, for the cases that `applies_to` names. */
export const extraObligeeRule = z.looseObject({
  start_date: z.nullable(day),
  start_precision: z.optional(z.nullable(z.enum(['day', 'month']))),
  trigger: z.nullable(z.string()),
  end_date: z.optional(z.nullable(day)),
  applies_to: z.optional(z.nullable(z.string())),
  rule_text: z.optional(z.nullable(z.string())),
});

/** What one obligee says about electronic guarantees; `null` means that its page does not say. */
export const obligeeRule = z.looseObject({
  id: z.string().check(z.minLength(1)),
  obligee: z.string().check(z.minLength(1)),
  prefecture: z.string(),
  obligee_type: z.string(),
  scope_note: z.nullable(z.string()),
  start_date: z.nullable(day),
  start_precision: z.nullable(z.enum(['day', 'month'])),
  trigger: z.nullable(z.string()),
  /** The last day, where it has ended or will end; few pages have one. */
  end_date: z.optional(z.nullable(day)),
  rule_text: z.string(),
  contract_kinds_text: z.nullable(z.string()),
  contract_kinds: z.nullable(z.array(z.string())),
  excluded: z.array(z.string()),
  guarantee_kinds: z.nullable(z.array(guaranteeName)),
  sureties_named: z.array(z.string()),
  sureties_scope: z.enum(['unspecified', 'named_only', 'named_etc', 'all_licensed']),
  insurers_accepted: z.nullable(z.boolean()),
  insurer_method: z.nullable(z.string()),
  bank_guarantee_electronic: z.nullable(z.boolean()),
  channels: z.array(submissionChannel),
  submit_what: z.nullable(z.string()),
  paper_allowed: z.nullable(z.boolean()),
  certificate_pdf_or_print_accepted: z.nullable(z.boolean()),
  notes: z.array(z.string()),
  url: z.nullable(z.string()),
  source_date: z.nullable(day),
  extra_rules: z.optional(z.array(extraObligeeRule)),
});

/** What one obligee says about electronic guarantees. */
export type ObligeeRule = z.infer<typeof obligeeRule>;
/** A second rule of an obligee. */
export type ExtraObligeeRule = z.infer<typeof extraObligeeRule>;
/** One way to hand in. */
export type SubmissionChannel = z.infer<typeof submissionChannel>;
