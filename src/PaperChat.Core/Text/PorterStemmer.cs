namespace PaperChat.Text;

/// <summary>
/// The original stemmer of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, without later departures. Words
/// of fewer than three letters, and words with anything but the letters a to z, stay as they are.
/// </summary>
public static class PorterStemmer
{
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length < 3 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        Span<char> buffer = stackalloc char[word.Length + 1];
        word.CopyTo(buffer);
        var stem = new Stemming(buffer, word.Length);
        stem.Run();
        return stem.Matches(word) ? word : stem.ToString();
    }

    private ref struct Stemming(Span<char> buffer, int length)
    {
        private readonly Span<char> _b = buffer;
        private int _length = length;

        public readonly bool Matches(string word) => _b[.._length].SequenceEqual(word);

        public override readonly string ToString() => new(_b[.._length]);

        public void Run()
        {
            Step1a();
            Step1b();
            Step1c();
            Step2();
            Step3();
            Step4();
            Step5();
        }

        private void Step1a()
        {
            if (Ends("sses") || Ends("ies"))
            {
                _length -= 2;
            }
            else if (Ends("s") && !Ends("ss"))
            {
                _length--;
            }
        }

        private void Step1b()
        {
            if (Ends("eed"))
            {
                if (Measure(_length - 3) > 0)
                {
                    _length--;
                }

                return;
            }

            if (Ends("ed") && HasVowel(_length - 2))
            {
                _length -= 2;
            }
            else if (Ends("ing") && HasVowel(_length - 3))
            {
                _length -= 3;
            }
            else
            {
                return;
            }

            if (Ends("at") || Ends("bl") || Ends("iz"))
            {
                _b[_length++] = 'e';
            }
            else if (EndsDouble() && _b[_length - 1] is not ('l' or 's' or 'z'))
            {
                _length--;
            }
            else if (Measure(_length) == 1 && EndsConsonantVowelConsonant(_length))
            {
                _b[_length++] = 'e';
            }
        }

        private void Step1c()
        {
            if (Ends("y") && HasVowel(_length - 1))
            {
                _b[_length - 1] = 'i';
            }
        }

        private void Step2()
        {
            _ = Replace("ational", "ate", 0) || Replace("tional", "tion", 0) || Replace("enci", "ence", 0)
                || Replace("anci", "ance", 0) || Replace("izer", "ize", 0) || Replace("abli", "able", 0)
                || Replace("alli", "al", 0) || Replace("entli", "ent", 0) || Replace("eli", "e", 0)
                || Replace("ousli", "ous", 0) || Replace("ization", "ize", 0) || Replace("ation", "ate", 0)
                || Replace("ator", "ate", 0) || Replace("alism", "al", 0) || Replace("iveness", "ive", 0)
                || Replace("fulness", "ful", 0) || Replace("ousness", "ous", 0) || Replace("aliti", "al", 0)
                || Replace("iviti", "ive", 0) || Replace("biliti", "ble", 0);
        }

        private void Step3()
        {
            _ = Replace("icate", "ic", 0) || Replace("ative", "", 0) || Replace("alize", "al", 0) || Replace("iciti", "ic", 0)
                || Replace("ical", "ic", 0) || Replace("ful", "", 0) || Replace("ness", "", 0);
        }

        private void Step4()
        {
            if (Ends("ion"))
            {
                if (_length > 3 && _b[_length - 4] is 's' or 't' && Measure(_length - 3) > 1)
                {
                    _length -= 3;
                }

                return;
            }

            _ = Replace("al", "", 1) || Replace("ance", "", 1) || Replace("ence", "", 1) || Replace("er", "", 1)
                || Replace("ic", "", 1) || Replace("able", "", 1) || Replace("ible", "", 1) || Replace("ant", "", 1)
                || Replace("ement", "", 1) || Replace("ment", "", 1) || Replace("ent", "", 1) || Replace("ou", "", 1)
                || Replace("ism", "", 1) || Replace("ate", "", 1) || Replace("iti", "", 1) || Replace("ous", "", 1)
                || Replace("ive", "", 1) || Replace("ize", "", 1);
        }

        private void Step5()
        {
            if (Ends("e"))
            {
                var measure = Measure(_length - 1);
                if (measure > 1 || (measure == 1 && !EndsConsonantVowelConsonant(_length - 1)))
                {
                    _length--;
                }
            }

            if (_length > 1 && _b[_length - 1] == 'l' && _b[_length - 2] == 'l' && Measure(_length) > 1)
            {
                _length--;
            }
        }

        // True when the suffix is there, whether or not its stem was long enough: only one rule of a step applies.
        private bool Replace(string suffix, string replacement, int above)
        {
            if (!Ends(suffix))
            {
                return false;
            }

            if (Measure(_length - suffix.Length) > above)
            {
                replacement.CopyTo(_b[(_length - suffix.Length)..]);
                _length += replacement.Length - suffix.Length;
            }

            return true;
        }

        private readonly bool Ends(string suffix) => _b[.._length].EndsWith(suffix);

        private readonly bool IsConsonant(int i) => _b[i] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => i == 0 || !IsConsonant(i - 1),
            _ => true,
        };

        private readonly bool HasVowel(int length)
        {
            for (var i = 0; i < length; i++)
            {
                if (!IsConsonant(i))
                {
                    return true;
                }
            }

            return false;
        }

        // Porter's m: the number of vowel-consonant sequences in the first letters.
        private readonly int Measure(int length)
        {
            var count = 0;
            var vowel = false;
            for (var i = 0; i < length; i++)
            {
                var consonant = IsConsonant(i);
                if (consonant && vowel)
                {
                    count++;
                }

                vowel = !consonant;
            }

            return count;
        }

        private readonly bool EndsDouble() =>
            _length > 1 && _b[_length - 1] == _b[_length - 2] && IsConsonant(_length - 1);

        private readonly bool EndsConsonantVowelConsonant(int length) =>
            length > 2 && IsConsonant(length - 1) && !IsConsonant(length - 2) && IsConsonant(length - 3)
            && _b[length - 1] is not ('w' or 'x' or 'y');
    }
}
