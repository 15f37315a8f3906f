import type {SuretyOptions} from '../src/config.js';
import {one} from './dom.js';
import {showAccount, signIn} from './session.js';

// What a partner's page does around the desk: hand in a token, sign in again, and name the page after what is shown.

/** What this page uses of the elements; their code comes from the script tag. */
type Configurable = HTMLElement & Pick<SuretyOptions, 'getToken'>;
type Reloadable = HTMLElement & {reload?(): void};

const titles: Record<string, string> = {
  application: '保証申込',
  contracts: '保証契約一覧',
  contract: '電子保証概要',
  certificate: '保証証書',
  notice: '「認証キー」のお知らせ',
  news: 'お知らせ一覧',
};

const desk = one<Reloadable>('surety-desk');
const sessionNotice = one('[data-session]');
const home = document.title;

one<Configurable>('surety-provider').getToken = () => signIn('contractor');
desk.addEventListener('surety-desk-navigate', ({detail: {view}}) => {
  document.title = titles[view] ? `${titles[view]}｜${home}` : home;
});
desk.addEventListener('surety-auth-required', () => {
  sessionNotice.hidden = false;
});
one('[data-sign-in]').addEventListener('click', () => {
  sessionNotice.hidden = true;
  desk.reload?.();
});

void showAccount('contractor');
