import {css} from 'lit';

/** Rows on paper: a dense table, whose heading is on every sheet. */
export const printStyles = css`
  @media print {
    .conditions,
    .count {
      font-size: 9pt;
    }
    /* The text for paper says it, too. */
    .count:has(~ .print-only) {
      display: none;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: 8pt;
      line-height: 1.35;
    }
    thead {
      display: table-header-group;
    }
    tr {
      break-inside: avoid;
    }
    table th,
    table td {
      padding: 0.8mm 1.2mm;
      border: 0.5pt solid #999;
      font-weight: 400;
      text-align: start;
      vertical-align: top;
    }
    thead th {
      font-weight: 700;
      white-space: nowrap;
    }
    .sort {
      display: block !important;
      min-height: 0;
      padding: 0;
      margin: 0;
      border: 0;
      color: #000;
    }
    .arrow,
    table [data-kind='action'] {
      display: none;
    }
    .second,
    .sub,
    .obligee,
    .works {
      display: block;
    }
    .code,
    .day,
    [data-kind='days'],
    [data-kind='time'],
    table td.amount,
    table td[data-kind='amount'] {
      white-space: nowrap;
    }
    table td.amount,
    table td[data-kind='amount'] {
      text-align: end;
    }
    .badge {
      padding: 0 0.3em;
      font-size: 1em;
    }
  }
`;
