import * as z from 'zod/mini';

/** A bank (金融機関), from the Zengin list. */
export const bank = z.object({code: z.string(), name: z.string(), kana: z.string(), hiragana: z.string()});
/** A bank (金融機関). */
export type Bank = z.infer<typeof bank>;

/** A branch of a bank; `code` is unique within the bank only. */
export const bankBranch = z.object({
  code: z.string(),
  name: z.string(),
  kana: z.string(),
  hiragana: z.string(),
});
/** A branch of a bank. */
export type BankBranch = z.infer<typeof bankBranch>;

/** Answer of `GET /banks`. */
export const bankList = z.object({items: z.array(bank)});
/** Answer of `GET /banks/{code}/branches`. */
export const bankBranchList = z.object({items: z.array(bankBranch)});
