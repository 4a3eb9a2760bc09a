/** +12025550142 → +1 202-555-0142, on one line; other numbers as configured. */
export function readablePhone(phone: string): string {
	return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1\u00a0$1-$2-$3');
}
