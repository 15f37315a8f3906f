/**
 * Digits after the leading 0 and the lengths of the groups, the first that fits decides: the patterns that libphonenumber
 * publishes for Japan.
 */
const PATTERNS: readonly [leading: RegExp, groups: readonly [number, number, number]][] = [
  [/^(?:12|57|99)0\d{6}$/, [3, 3, 3]],
  [
    /^(?:1(?:267|3(?:7[247]|9[278])|466|5(?:47|58|64)|6(?:3[245]|48|5[4-68])|45[67]|58[67])|499[2468]|5(?:76|97)9|7468|8(?:3(?:8[7-9]|96)|477|51[2-9])|9(?:802|9(?:1[23]|69)))\d+$/,
    [4, 1, 4],
  ],
  [/^(?:3|4(?:2(?:0|9[02-69])|7(?:0[019]|1))|6[1-9])\d+$/, [1, 4, 4]],
  [
    /^(?:1(?:1|5(?:4[018]|5[017])|77|88|9[69])|2(?:2(?:[127]|3[014-9])|3[0-269]|4[59]|5(?:[1-3]|5[0-69]|9[19])|62|7(?:[1-35]|8[0189])|8(?:[16]|3[0134]|9[0-5])|9(?:[028]|17))|4(?:2(?:[13-79]|8[014-6])|3[0-57]|[45]|6[248]|7[2-47]|8[1-9]|9[29])|5(?:2|3(?:[045]|9[0-8])|4[0-369]|5[29]|8[02389]|9[0-3])|7(?:2[02-46-9]|34|[58]|6[0249]|7[57]|9(?:[23]|4[0-59]|5[01569]|6[0167]))|8(?:2(?:[1258]|4[0-39]|9[0-2469])|3(?:[29]|60)|49|51|6(?:[0-24]|36|5[0-3589]|7[23]|9[01459])|7[0-468]|8[68])|9(?:[23][1-9]|4[15]|5[138]|6[1-3]|7[156]|8[189]|9(?:[1289]|3[34]|4[0178]))|(?:264|837)[016-9]|2(?:57|93)[015-9]|(?:25[0468]|422|838)[01]|(?:47[59]|59[89]|8(?:6[68]|9))[019])\d+$/,
    [2, 3, 4],
  ],
  [/^(?:[14]|[289][2-9]|5[3-9]|7[2-4679])\d+$/, [3, 2, 4]],
];

/** Returns the digits of a Japanese phone number in its usual groups: 0188631000 → 018-863-1000. */
export function formatPhone(digits: string): string {
  const rest = digits.slice(1);
  if (!/^0\d{9,10}$/.test(digits)) return digits;
  // Mobile and IP numbers have eleven digits.
  const groups = rest.length === 10 ? [2, 4, 4] : PATTERNS.find(([leading]) => leading.test(rest))?.[1];
  const [first = 2, second = 4] = groups ?? [];
  return `0${rest.slice(0, first)}-${rest.slice(first, first + second)}-${rest.slice(first + second)}`;
}
