/**
 * Who sits in the demonstration house beside its owner, so that every chair can be tried: an agent and the head of rights at the
 * desk, a buyer with an offer to answer, two producers who must see nothing of each other's films. Their addresses end in
 * ".example", where nobody has a mailbox: their letters lie in the folder of the house's mail.
 */
import type { DemonstrationSeat } from '@vitrine/house/contract'

export const seats: readonly DemonstrationSeat[] = [
  { role: 'sales', name: 'Marek Oduya', email: 'marek@vitrine.example' },
  { role: 'rights', name: 'Samir Lacombe', email: 'samir@vitrine.example' },
  { role: 'buyer', name: 'Anselm Krug', email: 'anselm.krug@kanal-ost.example', company: 'Kanal Ost' },
  { role: 'producer', name: 'Odile Marchetti', email: 'odile@fanal.example', films: ['salt-is-a-slow-clock', 'what-the-nose-remembers'] }, // prettier-ignore
  { role: 'producer', name: 'Pipaluk Berthelsen', email: 'pipaluk@havn-film.example', films: ['eleven-against-the-wind', 'brittle-season'] }, // prettier-ignore
]
