/**
 * Who issues the demonstration house's invoices, to whom they are made out, and what other currencies are worth to it. All of it
 * is invented, the rates too: whoever wants true ones brings in the file of the European Central Bank.
 */
/** Whoever reads the paper reads that nobody of this name is meant, in the language that they do business in. */
const INVENTED: Record<string, string> = { FR: 'société fictive', BE: 'société fictive', CA: 'société fictive' }
const buyer = (company: string, street: string, postcode: string, city: string, country: string) => ({ company, name: `${company} (${INVENTED[country] ?? 'invented'})`, street: [street], postcode, city, country }) // prettier-ignore

export const accounts = {
  house: {
    seller: {
      name: 'Vitrine Films (maison fictive)',
      street: ['14 rue des Lanternes'],
      postcode: '29200',
      city: 'Brest',
      country: 'FR',
      registration: 'RCS Brest 000 000 000 (fictif)',
      email: 'accounts@vitrine.example',
    },
    smallEnterprise: true, // so that its invoices need no number that a tax office would have to know
  },
  billing: [
    buyer('Kanal Ost', 'Funkgasse 1', '10000', 'Berlin', 'DE'),
    buyer('Fjordflix', 'Bryggekaia 7', '0150', 'Oslo', 'NO'),
    buyer('StreamPorch', '3 Wharf Yard', 'XX1 1XX', 'Leeds', 'GB'),
    buyer('Télé Rive', 'Quai des Ondes 22', '4000', 'Liège', 'BE'),
    buyer('AirLoop', 'Hangar 5', '00000', 'Dubai', 'AE'),
    buyer('Canale Grande', 'Calle del Forno 9', '30100', 'Venezia', 'IT'),
    buyer('Edo Documentary Channel', 'Sumida 2-0-0', '130-0000', 'Tokyo', 'JP'),
    buyer('Campus Reel', '40 Library Lane', '00000', 'Amherst', 'US'),
    buyer('Ruta Doc', 'Calle del Faro 18', '00000', 'Mérida', 'MX'),
    buyer('Maple & Rivière', '12 rue du Bac', 'X0X 0X0', 'Québec', 'CA'),
    buyer('Baltika TV', 'Pylimo 100', '00000', 'Vilnius', 'LT'),
    buyer('Lumen Plus', 'Odos Lychnou 4', '000 00', 'Thessaloniki', 'GR'),
  ],
  /** What a euro buys, the same every week. */
  rates: { USD: '1.14', JPY: '168', GBP: '0.86', CAD: '1.58' },
}
