/* Two models in one program, one after the other, each with the words of `embed`. */
int first_main(int count, char **words);
int second_main(int count, char **words);

int main(int count, char **words)
{
    if (count != 11) return 9;
    char *again[6] = {words[0], words[6], words[7], words[8], words[9], words[10]};
    int status = first_main(6, words);
    return status != 0 ? status : second_main(6, again);
}
