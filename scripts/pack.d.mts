export function packExtension(root: string, file: string): Promise<string>;
export function packForNpm(root: string, folder: string): Promise<string>;
