// What does a message of the shop say?

export function messageOf(about: string, serial: number): string {
	const customer = (serial * 7919) % 4201;
	const cents = ((serial * 104_729) % 20_000) + 499;
	return JSON.stringify({ about, id: serial, customer, cents });
}

export const keyOf = (serial: number) => `customer-${(serial * 7919) % 4201}`;
