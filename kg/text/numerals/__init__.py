"""Numbers as the text writes them: digits of any script, number words of both languages, and their mixtures.

Sums and products follow how each language builds numbers: Arabic puts units before tens and joins parts with و
(خمسة وعشرون ألفا), English puts tens first and joins only after hundreds. Values are exact fractions.
"""

from kg.text.numerals.number import NUMBER, ORDINAL, Number, digits_value, numeral_table
from kg.text.numerals.reduce import reduce_numbers

__all__ = ["NUMBER", "ORDINAL", "Number", "digits_value", "numeral_table", "reduce_numbers"]
