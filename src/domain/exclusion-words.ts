/** 「construction_supervision(工事監理委託)」 → 工事監理委託: the words of the page, where they are given. */
export const exclusionWords = (exclusion: string): string =>
  /[(（](.+)[)）]$/.exec(exclusion)?.[1] ?? exclusion;
