import type {ApplicationContent} from '../../src/schemas/application.js';

/** What the leaflet's contractor asks for: にかほ市, 50,000,000円, 前払金保証 40.0%, 契約保証 10.0%. */
export function leafletApplication(changes: Partial<ApplicationContent> = {}): ApplicationContent {
  const billing = {
    premiumPayment: 'lump-sum' as const,
    premiumBilledTo: {name: '〇〇建設 株式会社', destination: '総務部'},
    premiumStatement: false,
  };
  return {
    obligee: {code: '052141', name: 'にかほ市'},
    works: {
      name: '令和7年度 市道〇〇線道路改良工事',
      kind: 'construction',
      price: 50_000_000,
      signedOn: '2026-02-20',
      period: {from: '2026-02-21', to: '2027-03-19'},
      dates: {bidNotice: '2026-02-02'},
    },
    contractorName: '〇〇建設 株式会社',
    jointVentureName: null,
    guarantees: {
      'advance-payment': {
        ...billing,
        certificateForm: 'electronic',
        guaranteeAmount: 20_000_000,
        currentYearAmount: null,
        depositBank: {name: '〇〇銀行 ××支店', bankCode: null, branchCode: null},
        redeposit: false,
      },
      performance: {...billing, certificateForm: 'electronic', guaranteeAmount: 5_000_000},
    },
    branchCode: 'akita',
    issueNotification: {wanted: true, email: 'soumu@example.co.jp'},
    contact: {department: '総務部', title: '課長', personName: '〇〇 〇〇', phone: '0184000000'},
    message: '',
    ...changes,
  };
}

/** Number and key of the leaflet's advance payment guarantee in the seed `leaflet`, and of its performance guarantee. */
export const leafletKeys = {
  'advance-payment': {number: '05214-000123', authKey: 'Z28YUE4J3Bux'},
  performance: {number: '05214-000124', authKey: 'P7Kd3mWq9TzR'},
} as const;
