import * as z from 'zod/mini';

/** 営業部・支店 of the surety: where an application is sent and a contract is handled. */
export const branch = z.object({
  code: z.string(),
  name: z.string(),
  phone: z.string(),
  fax: z.string(),
  email: z.nullable(z.string()),
  /** Opening hours in words, e.g. 「土日祝日・年末年始除く 9:00～17:00」. */
  hours: z.string(),
});
/** A branch of the surety. */
export type Branch = z.infer<typeof branch>;

/** 保証会社: its names, patterns and words are data, never code. */
export const surety = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  /** e.g. 「取締役社長」 and the name. */
  presidentTitle: z.string(),
  presidentName: z.string(),
  /** e.g. 「保証確認サービス (D-Sure)」 */
  registerName: z.string(),
  /** How a 保証契約番号 looks, `0` for a digit, e.g. `00000-000000`. */
  contractNumberPattern: z.string(),
  branches: z.array(branch),
});
/** 保証会社. */
export type Surety = z.infer<typeof surety>;
