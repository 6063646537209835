/** EIDR between the form that people write and the URN of Avails; what is neither stays as it is. */

/** @example eidrUrn('10.5240/8FF3-1C20-84F5-F247-8BCD-E') // 'urn:eidr:10.5240:8FF3-1C20-84F5-F247-8BCD-E' */
export const eidrUrn = (eidr: string): string => eidr.replace(/^10\.5240\//, 'urn:eidr:10.5240:')

/** @example plainEidr('urn:eidr:10.5240:8FF3-1C20-84F5-F247-8BCD-E') // '10.5240/8FF3-1C20-84F5-F247-8BCD-E' */
export const plainEidr = (urn: string): string => urn.replace(/^urn:eidr:10\.5240:/i, '10.5240/')
