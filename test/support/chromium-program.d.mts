export function findProgram(command: string): string;
export function chromiumPath(): string;
export const chromiumArgs: string[];
