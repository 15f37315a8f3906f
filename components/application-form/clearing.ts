import {msg} from '@lit/localize';
import type {Draft} from './draft.js';
import type {SectionName} from './field.js';

const prefixes: Partial<Record<SectionName, readonly string[]>> = {
  guarantees: ['guarantees/'],
  other: ['branchCode', 'issueNotification/', 'contact/', 'message'],
};

/** 「保証の申込内容をクリア」 or 「インフォメーションをクリア」. */
export const clearLabel = (section: SectionName): string =>
  section === 'guarantees' ? msg('保証の申込内容をクリア') : msg('インフォメーションをクリア');

/** The texts that clearing a section takes away, so that they can be put back. */
export const clearedBy = (section: SectionName, draft: Draft): Draft =>
  Object.fromEntries(
    Object.entries(draft).filter(
      ([path, text]) => text && prefixes[section]?.some(prefix => path.startsWith(prefix)),
    ),
  );
