import {parseArgs} from 'node:util';
import {checkApi, type Outcome} from './check-api.js';

const HELP = `surety-elements check-api <apiBase> [--write] [--json]

電子保証の API が、surety-elements の求めるとおりに動くかを試します。試験環境に対してお使いください。

  <apiBase>   API のアドレス（版まで）。例: https://api.example.jp/v1
  --write     申込の送信、認証キーの表示、誤った認証キーの確認など、記録の残ることも試す
  --json      結果を JSON で書く

環境変数（コマンドの履歴に残さないため、引数では受け取りません）:
  SURETY_CONTRACTOR_TOKEN   受注者のトークン
  SURETY_OBLIGEE_TOKEN      発注者のトークン

終了コード: 0 すべて合っている、1 違いがある、2 使い方の誤り
`;

const MARKS: Record<Outcome['outcome'], string> = {holds: '○', differs: '×', 'left-out': '－'};

/** Returns one outcome as text. */
const describeOutcome = ({outcome, says, why, id}: Outcome): string =>
  `${MARKS[outcome]} ${says}  [${id}]${why ? `\n    ${why}` : ''}`;

/** Returns the totals as text. */
function describeResult(outcomes: readonly Outcome[]): string {
  const count = (wanted: Outcome['outcome']) => outcomes.filter(({outcome}) => outcome === wanted).length;
  const tail = count('left-out') > 0 ? `、試していないもの ${count('left-out')} 件` : '';
  return `合っているもの ${count('holds')} 件、違うもの ${count('differs')} 件${tail}`;
}

/** Environment variables, output and network of the command. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly write: (text: string) => void;
  readonly fetch?: typeof fetch;
}

/** Runs the command line and returns the exit code. */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const {env, write, fetch} = surroundings;
  const read = readArguments(args);
  if (!read) {
    write(HELP);
    return 2;
  }
  const {apiBase, writes, asJson} = read;
  const contractor = env['SURETY_CONTRACTOR_TOKEN'];
  const obligee = env['SURETY_OBLIGEE_TOKEN'];
  const outcomes = await checkApi({
    apiBase,
    writes,
    tokens: {...(contractor && {contractor}), ...(obligee && {obligee})},
    ...(fetch && {fetch}),
    onOutcome: outcome => asJson || write(`${describeOutcome(outcome)}\n`),
  });
  write(asJson ? `${JSON.stringify(outcomes, undefined, 2)}\n` : `\n${describeResult(outcomes)}\n`);
  return outcomes.some(({outcome}) => outcome === 'differs') ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  try {
    const {positionals, values} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {write: {type: 'boolean'}, json: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}},
    });
    const [command, apiBase = '', ...rest] = positionals;
    const isFine =
      command === 'check-api' && rest.length === 0 && /^https?:\/\//.test(apiBase) && URL.canParse(apiBase);
    if (!isFine || values.help) return undefined;
    return {apiBase, writes: values.write ?? false, asJson: values.json ?? false};
  } catch {
    return undefined; // an unknown option
  }
}
