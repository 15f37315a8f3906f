export {
  checkContrast,
  contrastPairs,
  contrastText,
  findLowContrast,
  measureContrast,
} from '../theme/contrast.js';
export type {ContrastOptions, ContrastPair, ContrastResult, Palette} from '../theme/contrast.js';
export type {ColourName, SizeName} from '../theme/defaults.js';
export {tokens, type Token, type TokenName} from '../theme/tokens.js';
