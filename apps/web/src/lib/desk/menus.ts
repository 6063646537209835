/** The words behind which rooms of the desk stand that are not gone to all day: how films come in and go out, and where the house is set up. */
export const MENUS = ['catalogueMenu', 'houseMenu'] as const
export type Menu = (typeof MENUS)[number]
