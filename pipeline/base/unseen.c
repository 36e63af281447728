#include "base/unseen.h"

bool unseen_is(gunichar letter)
{
    return letter == 0xad || letter == 0xfeff || (letter >= 0x200b && letter <= 0x200f) ||
           (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2060 && letter <= 0x2064) ||
           (letter >= 0x2066 && letter <= 0x2069);
}

bool unseen_is_joiner(gunichar letter)
{
    return letter == 0x200c || letter == 0x200d;
}
