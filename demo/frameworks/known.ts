import {setGlyphBase} from 'surety-elements';
import {leafletApplication} from '../sandbox/samples.js';
import {signIn} from '../session.js';

// A bundler moves the code away from the glyph files, so the app serves a copy of the package's dist/glyphs.
setGlyphBase('/glyphs/');

/** Where the reference API stands beside the page. */
export const apiBase = '/v1';

/** A partner's own sign-in hands out tokens; here the demo's does. */
export const tokenOfContractor = () => signIn('contractor');
export const tokenOfObligee = () => signIn('obligee');

/** What the partner's own system knows of the works, so that nobody types it again. */
export const known = leafletApplication({
  works: {...leafletApplication().works, name: '令和7年度 〇〇橋補修工事'},
});

/** The three things that an app of a partner shows here. */
export const views = [
  {name: 'apply', title: '保証申込'},
  {name: 'contracts', title: '保証契約一覧'},
  {name: 'check', title: '保証証書の確認'},
] as const;
/** One of them, or what a chosen contract opens. */
export type View = (typeof views)[number]['name'] | 'contract' | 'notice';
