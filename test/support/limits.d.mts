export declare const WAIT_LIMIT_MS: number;
export declare const TEST_LIMIT_MS: number;
