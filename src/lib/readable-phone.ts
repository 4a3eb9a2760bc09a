/** +12025550142 → +1 202-555-0142; other numbers as configured. */
export function readablePhone(phone: string): string {
	return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1-$2-$3');
}
