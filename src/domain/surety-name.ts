/** Whether a guarantor is an insurer (損害保険会社), whose certificates go another way. */
export const isInsurer = (surety: string): boolean => /保険|損保|海上|火災/.test(surety);

/** Whether a guarantor is a bank or another house of finance. */
export const isBank = (surety: string): boolean =>
  /銀行|信用金庫|信用組合|信金|労働金庫|農業協同組合|金融機関/.test(surety);

/** A surety's name without its legal form, branch or spaces, however wide it was typed. */
export const bareName = (surety: string): string =>
  surety
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/株式会社|\(株\)/g, '')
    .replace(/^(.*保証)[^保証]*(?:支店|営業部|営業所)$/, '$1');
