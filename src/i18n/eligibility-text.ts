import {judgeEligibility, type Eligibility} from '../domain/eligibility.js';
import type {
  ApplicantFact,
  Ask,
  EligibilityFacts,
  OpenPoint,
  OpenPoints,
  Reason,
  ReasonCode,
  ReasonParams,
  RuleStart,
} from '../domain/eligibility-types.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';
import {dayText, monthText, sentences, sideBySide} from './format.js';
import {msg, str} from './message.js';
import {publishedGuaranteeName} from './published-terms.js';
import {guaranteeName, procurementName} from './terms.js';
import {worksKindName} from './works-kinds.js';

const factLabels: Record<ApplicantFact, () => string> = {
  bidNotice: () => msg('入札公告日'),
  bid: () => msg('入札日'),
  designation: () => msg('指名通知日'),
  procurementStart: () => msg('発注手続きの開始日'),
  plannedContractNotice: () => msg('契約予定工事の通知日'),
  contract: () => msg('契約日'),
  guaranteeContract: () => msg('保証契約日'),
  originalContract: () => msg('当初の契約日'),
  bidNoticeOrDesignation: () => msg('入札公告日（指名競争入札では指名通知日）'),
  department: () => msg('発注者の担当課'),
  surety: () => msg('保証会社'),
  worksKind: () => msg('工事・業務の種類'),
  serviceKind: () => msg('業務の種類（測量、設計、建設コンサルタント業務など）'),
  isNegotiated: () => msg('契約の方法（入札か随意契約か）'),
  isDesignated: () => msg('契約の方法（一般競争入札か指名競争入札か）'),
};

const startText = ({start, precision}: RuleStart): string =>
  precision === 'month' ? monthText(start) : dayText(start);

const guarantorNames: Record<'insurer' | 'bank', () => string> = {
  insurer: () => msg('損害保険会社の電子証券'),
  bank: () => msg('金融機関の電子的な保証書'),
};

/** What is asked of the obligee, and why the page does not answer it. */
type OpenPointWords = {
  [Point in keyof OpenPoints]: Record<'label' | 'why', (open: OpenPoints[Point]) => string>;
};

const eventLabel = () => msg('どの日で判断するか');
const openPoints: OpenPointWords = {
  procurement: {
    label: ({procurement}) => msg(str`${procurementName(procurement)}での取扱い`),
    why: ({event, procurement}) =>
      msg(
        str`${factLabels[event]()}で判断する決まりで、${procurementName(procurement)}の扱いは書かれていません。`,
      ),
  },
  startDate: {
    label: () => msg('取扱いの開始日'),
    why: () => msg('開始日が案内に書かれていません。'),
  },
  startDay: {
    label: () => msg('開始日（何日からか）'),
    why: ({event, date, ...since}) =>
      msg(
        str`開始は${startText(since)}とだけ書かれ、${factLabels[event]()}（${dayText(date)}）が対象になるかは分かりません。`,
      ),
  },
  endDate: {
    label: () => msg('取扱いの終了日'),
    why: () => msg('終了日を読み取れません。'),
  },
  eventNotStated: {
    label: eventLabel,
    why: since =>
      msg(str`開始（${startText(since)}）と比べる日が、公告日か契約日か、案内に書かれていません。`),
  },
  eventUnreadable: {
    label: eventLabel,
    why: () => msg('判断の基準になる日を読み取れません。'),
  },
  scope: {
    label: ({scope}) => msg(str`この契約が「${scope}」に当たるか`),
    why: ({scope}) => msg(str`対象が「${scope}」に限られています。`),
  },
  department: {
    label: ({department}) => msg(str`${department}での取扱い`),
    why: ({scope, note}) => msg(str`${scope}が対象です。${note}。`),
  },
  guaranteeKind: {
    label: ({kind}) => msg(str`${guaranteeName(kind)}での取扱い`),
    why: () => msg('対象になる保証の種類が案内に書かれていません。'),
  },
  guarantor: {
    label: ({guarantor}) => msg(str`${guarantorNames[guarantor]()}の取扱い`),
    why: ({guarantor}) => msg(str`${guarantorNames[guarantor]()}の扱いは案内に書かれていません。`),
  },
  suretyUnreadable: {
    label: () => msg('対象になる保証会社'),
    why: () => msg('対象になる保証会社を、案内から読み取れません。'),
  },
  surety: {
    label: ({surety}) => msg(str`${surety}の電子保証の取扱い`),
    why: ({surety, listed}) =>
      msg(str`案内にある保証会社は${sideBySide(listed)}で、${surety}が対象になるかは分かりません。`),
  },
  worksKindNotStated: {
    label: () => msg('対象になる工事・業務の種類'),
    why: () => msg('対象になる工事・業務の種類が案内に書かれていません。'),
  },
  worksKind: {
    label: ({kind}) => msg(str`${worksKindName(kind)}での取扱い`),
    why: ({kind, listed}) =>
      msg(str`案内にある対象は「${listed}」で、${worksKindName(kind)}を含むかは分かりません。`),
  },
  exclusion: {
    label: ({exclusion}) => msg(str`この契約が「${exclusion}」に当たるか`),
    why: ({exclusion}) => msg(str`「${exclusion}」は対象外と書かれています。`),
  },
  contradiction: {
    label: () => msg('どちらの決まりが当てはまるか'),
    why: ({reasons}) => sentences(msg('決まりが2つあり、結果が異なります。'), ...reasons.map(reasonText)),
  },
};

const openPointText = (open: OpenPoint, part: 'label' | 'why'): string =>
  openPoints[open.point][part](open as never); // a point and its own parameters

const notTaken = ({exclusion}: {exclusion: string}): string => msg(str`「${exclusion}」は対象外です。`);
const guarantorText = (guarantor: 'insurer' | 'bank', isAccepted: boolean): string =>
  isAccepted
    ? msg(str`${guarantorNames[guarantor]()}も対象です。`)
    : msg(str`${guarantorNames[guarantor]()}は対象外です。`);

const reasonTexts: {[Code in ReasonCode]: (params: ReasonParams[Code]) => string} = {
  'trigger.before': ({event, date, later, ...since}) =>
    later
      ? msg(
          str`${factLabels[later]()}が${dayText(date)}なので、${factLabels[event]()}は開始（${startText(since)}）より前です。`,
        )
      : msg(str`${factLabels[event]()}（${dayText(date)}）が、開始（${startText(since)}）より前です。`),
  'trigger.after': ({event, date, end}) =>
    msg(str`${factLabels[event]()}（${dayText(date)}）が、終了（${dayText(end)}）より後です。`),
  'trigger.onOrAfter': ({event, date, ...since}) =>
    msg(str`${factLabels[event]()}（${dayText(date)}）が、開始（${startText(since)}）以後です。`),
  'scope.within': ({scope}) => msg(str`対象は「${scope}」です。`),
  'scope.outside': ({scope}) => msg(str`対象は「${scope}」だけです。`),
  'department.within': ({department, scope, isLeftOut}) =>
    isLeftOut
      ? msg(str`${department}は、対象外とされた部署ではありません（${scope}）。`)
      : msg(str`${department}は対象の部署です（${scope}）。`),
  'department.outside': ({department, scope, isLeftOut}) =>
    isLeftOut
      ? msg(str`${department}は対象外です（${scope}）。`)
      : msg(str`対象は「${scope}」で、${department}は含まれません。`),
  'guaranteeKind.listed': ({kind}) => msg(str`${guaranteeName(kind)}は対象です。`),
  'guaranteeKind.notListed': ({kind, listed}) =>
    msg(
      str`案内にある保証は${sideBySide(listed.map(publishedGuaranteeName))}で、${guaranteeName(kind)}は含まれていません。`,
    ),
  'surety.insurer': ({isAccepted}) => guarantorText('insurer', isAccepted),
  'surety.bank': ({isAccepted}) => guarantorText('bank', isAccepted),
  'surety.any': ({listed}) =>
    listed.length
      ? msg(str`${sideBySide(listed)}の電子保証が対象です。`)
      : msg('保証事業会社の電子保証が対象です。'),
  'surety.named': ({surety}) => msg(str`${surety}の電子保証は対象です。`),
  'surety.notNamed': ({surety, listed}) =>
    msg(str`対象は${sideBySide(listed)}の電子保証で、${surety}は含まれていません。`),
  'worksKind.all': ({scope}) => msg(str`対象は${scope}です。`),
  'worksKind.listed': ({kind}) => msg(str`${worksKindName(kind)}は対象です。`),
  'worksKind.notListed': ({kind, listed}) =>
    msg(str`案内にある対象は「${listed}」で、${worksKindName(kind)}は含まれていません。`),
  'excluded.negotiated': notTaken,
  'excluded.designated': notTaken,
  'excluded.olderContract': ({exclusion}) =>
    msg(str`開始日より前の契約の変更なので、対象外です（${exclusion}）。`),
  'excluded.guaranteeKind': notTaken,
  'excluded.worksKind': notTaken,
  'excluded.surety': notTaken,
  'excluded.department': notTaken,
  'excluded.amendment': notTaken,
  'excluded.other': notTaken,
  'paper.offered': ({isAllowed}) => {
    if (isAllowed === null) return msg('紙の保証証書で手続きしてください。');
    return isAllowed
      ? msg('紙の保証証書は、これまでどおり提出できます。')
      : msg('紙の保証証書も受け付けないと案内されています。提出の方法を発注者に確認してください。');
  },
};

/** Returns the sentence for one reason of a verdict. */
function reasonText({code, params}: Reason): string {
  if ('missing' in params) return msg(str`${factLabels[params.missing]()}が分からないため、判断できません。`);
  if ('point' in params) return openPointText(params, 'why');
  return reasonTexts[code as ReasonCode](params as never); // a code and its own parameters
}

/** Returns the name of what is asked for: 入札公告日, 取扱いの開始日. */
export const askLabel = (ask: Ask): string =>
  ask.whom === 'applicant' ? factLabels[ask.missing]() : openPointText(ask.open, 'label');

/** Returns what to do about what is asked for. */
const askText = (ask: Ask): string =>
  ask.whom === 'applicant'
    ? msg(str`${askLabel(ask)}を入力すると、電子保証を利用できるか分かります。`)
    : msg(str`${askLabel(ask)}を発注者に確認してください。`);

/** A verdict in words. */
export interface EligibilityText extends Pick<Eligibility, 'verdict' | 'source'> {
  reasons: (Reason & {text: string})[];
  ask: (Ask & {label: string; text: string})[];
}

/** Judges whether the obligee takes an electronic guarantee, and says why in the language in force. */
export function judgeInWords(rule: ObligeeRule, facts: EligibilityFacts): EligibilityText {
  const {reasons, ask, ...judged} = judgeEligibility(rule, facts);
  return {
    ...judged,
    reasons: reasons.map(reason => ({...reason, text: reasonText(reason)})),
    ask: ask.map(each => ({...each, label: askLabel(each), text: askText(each)})),
  };
}
