import type {Account} from '../../../src/schemas/party.js';

/** Who can sign in to the sandbox; the first of a role is the one that is meant when no id is given. */
export const accounts: readonly Account[] = [
  {
    id: 'contractor-1',
    role: 'contractor',
    party: {
      name: '〇〇建設 株式会社',
      representative: '代表取締役　〇〇 〇〇',
      address: '秋田県にかほ市象潟町字〇〇1番地1',
    },
    email: 'soumu@example.co.jp',
  },
  {
    id: 'contractor-2',
    role: 'contractor',
    party: {
      name: '株式会社 △△土木',
      representative: '代表取締役　△△ △△',
      address: '秋田県由利本荘市〇〇町2番地2',
    },
    email: 'keiri@example.com',
  },
  {
    id: 'obligee-1',
    role: 'obligee',
    party: {
      name: 'にかほ市 財政課',
      representative: 'にかほ市長',
      address: '秋田県にかほ市象潟町字浜ノ田1番地',
    },
    obligee: {code: '052141', name: 'にかほ市'},
    email: null,
  },
  {
    id: 'obligee-2',
    role: 'obligee',
    party: {name: '長岡市 契約検査課', representative: '長岡市長', address: '新潟県長岡市大手通1丁目4番地10'},
    obligee: {code: '152021', name: '長岡市'},
    email: null,
  },
  {
    id: 'surety-1',
    role: 'surety',
    party: {
      name: '東日本建設業保証株式会社 秋田支店',
      representative: '取締役社長　栗田 卓也',
      address: '東京都中央区八丁堀2丁目27番10号',
    },
    email: null,
  },
];
