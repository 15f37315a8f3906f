import {createClient} from '../src/api/client.js';
import type {SuretyOptions} from '../src/config.js';
import {showApplications} from './application-list.js';
import {create, one} from './dom.js';
import {showAccount, signIn} from './session.js';

// What a partner's page does: hand in a token, and lead from one element to the next by their events.

/** What this page uses of the elements; their code comes from the script tag. */
type Configurable = HTMLElement & Pick<SuretyOptions, 'getToken'>;
type Reloadable = HTMLElement & {reload?(): void};

const views = [
  'apply',
  'application',
  'contracts',
  'contract',
  'certificate',
  'notice',
  'applications',
] as const;
type View = (typeof views)[number];

const titles: Record<View, string> = {
  apply: '保証申込',
  application: '申込の内容',
  contracts: '保証契約一覧',
  contract: '電子保証概要',
  certificate: '保証証書',
  notice: '「認証キー」のお知らせ',
  applications: '手続状況',
};
const menuOf: Record<View, View> = {
  apply: 'apply',
  application: 'applications',
  contracts: 'contracts',
  contract: 'contracts',
  certificate: 'contracts',
  notice: 'contracts',
  applications: 'applications',
};

const getToken = () => signIn('contractor');
const client = createClient({
  apiBase: new URL('/v1', document.baseURI).href,
  environment: 'sandbox',
  getToken,
});
const provider = one<Configurable>('surety-provider');
const sessionNotice = one('[data-session]');
const section = (view: View) => one(`[data-route=${view}]`);
const place = (view: View) => one('[data-place]', section(view));

/** `#contract/00000-000000`: numbers and ids only, a key is never part of an address. */
function readAddress(): {view: View; id: string; revision: string} {
  const [name = '', id = '', revision = ''] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const view = views.find(known => known === name) ?? 'apply';
  const needsId = ['application', 'contract', 'certificate', 'notice'].includes(view);
  return needsId && !id ? {view: 'contracts', id: '', revision: ''} : {view, id, revision};
}

/** Elements that show a key or a certificate are made anew and removed again, so that leaving forgets. */
function fill(view: View, tag: keyof HTMLElementTagNameMap, attributes: Record<string, string>) {
  place(view).replaceChildren(create(tag, attributes));
}

function show() {
  const {view, id, revision} = readAddress();
  for (const each of ['contract', 'certificate', 'notice'] as const) place(each).replaceChildren();
  if (view === 'application') showApplication(id);
  if (view === 'contract') fill(view, 'surety-contract-detail', {'contract-number': id});
  if (view === 'certificate') {
    fill(view, 'surety-certificate-viewer', {'contract-number': id, ...(revision && {revision})});
  }
  if (view === 'notice') {
    fill(view, 'surety-key-notice', {'contract-number': id});
    one('[data-back]').setAttribute('href', `#contract/${id}`);
  }
  if (view === 'contracts') one<Reloadable>('surety-contract-list').reload?.();
  if (view === 'applications') void showApplications(one('[data-applications]'), client);
  for (const each of views) section(each).hidden = each !== view;
  markMenu(view);
  document.title = `${titles[view]}｜受注者｜電子保証デモ`;
}

/** What is being mended stays while one looks something up elsewhere. */
function showApplication(id: string) {
  const shown = place('application').firstElementChild;
  if (shown?.getAttribute('application-id') === id) (shown as Reloadable).reload?.();
  else fill('application', 'surety-application-form', {'application-id': id, drafts: 'session'});
}

function markMenu(view: View) {
  for (const link of document.querySelectorAll<HTMLElement>('[data-view]')) {
    if (link.dataset['view'] === menuOf[view]) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

provider.getToken = getToken;
provider.addEventListener('surety-contract-select', ({detail}) => {
  location.hash = `#contract/${detail.contractNumber}`;
});
provider.addEventListener('surety-certificate-open', ({detail}) => {
  location.hash = `#certificate/${detail.contractNumber}/${detail.revision}`;
});
provider.addEventListener('surety-notice-open', ({detail}) => {
  location.hash = `#notice/${detail.contractNumber}`;
});
provider.addEventListener('surety-certificate-close', ({detail}) => {
  location.hash = `#contract/${detail.contractNumber}`;
});
provider.addEventListener('surety-auth-required', () => {
  sessionNotice.hidden = false;
});
one('[data-sign-in]').addEventListener('click', () => {
  sessionNotice.hidden = true;
  for (const element of provider.querySelectorAll<Reloadable>('[data-route]:not([hidden]) *'))
    element.reload?.();
});
one('[data-refresh]').addEventListener('click', () => {
  void showApplications(one('[data-applications]'), client);
});
window.addEventListener('hashchange', () => {
  if (location.hash === '#main') return; // the link past the menu leads to no other view
  show();
  one('h1', section(readAddress().view)).focus();
});

show();
void showAccount('contractor');
