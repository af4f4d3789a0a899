package dev.ectype.examples.directory.generator;

import java.util.List;

/**
 * What people of one country are called, where they live, and how they write telephone numbers.
 *
 * @param code the ISO 3166 code
 * @param name the English name
 * @param given given names
 * @param family family names
 * @param cities cities
 * @param phones ways to write a number that is valid there, with {@code #} for a digit
 */
record Nation(
        String code, String name, List<String> given, List<String> family, List<String> cities, List<String> phones) {

    private static final String SEPARATOR = "\\s*,\\s*";

    /** Every country of the sample. */
    static final List<Nation> ALL = List.of(
            nation("GR Greece", "Ελένη, Γιώργος, Maria, Nikos", "Παπαδοπούλου, Nikolaidis, Γεωργίου", "Athens, Patras")
                    .phones("694 ### ####", "210 32# ####", "+30 697 ### ####", "0030 210 32# ####"),
            nation("GB United Kingdom", "Oliver, Zoë, Siân", "O'Connor, Smith-Jones, Taylor", "London, Leeds")
                    .phones("020 7946 0###", "(020) 7946 0###", "07911 12####", "+44 (0)20 7946 0###"),
            nation("US United States", "Ava, Liam, José", "Johnson, Lee, de la Cruz", "New York, San Francisco")
                    .phones("(212) 555-0###", "415.555.0###", "1-646-555-0###", "2125550###"),
            nation("DE Germany", "Jürgen, Anna, Björn", "Müller, Weiß, von der Heide", "Berlin, Köln")
                    .phones("030/90182###", "0151 23456###", "+49 (30) 90182###", "0049-151-23456###"),
            nation("FR France", "Chloé, Hugo, Anaïs", "Lefèvre, D'Aubigné, Martin", "Paris, Lyon")
                    .phones("01 42 68 ## ##", "06.12.34.##.##", "+33 1 42 68 ## ##"),
            nation("IT Italy", "Giulia, Niccolò, Luca", "Rossi, D'Amico, Esposito", "Roma, Milano")
                    .phones("06 698 1####", "347 123 4###", "+39 06 698 1####"),
            nation("ES Spain", "Íñigo, Lucía, Pau", "García, Núñez, Ibáñez", "Madrid, Sevilla")
                    .phones("91 468 ## ##", "612 34# ###", "+34 612 34# ###"),
            nation("JP Japan", "さくら, 健太, 陽子", "佐藤, 鈴木, 高橋", "Tokyo, 大阪")
                    .phones("03-3212-####", "090-1234-####", "+81 3-3212-####", "０３－３２１２－####"),
            nation("BR Brazil", "João, Letícia, Caio", "Conceição, Silva, Araújo", "São Paulo, Recife")
                    .phones("(11) 98765-####", "011 98765 ####", "+55 11 98765-####"),
            nation("IN India", "आरव, Priya, Ananya", "शर्मा, Patel, Iyer", "Mumbai, Delhi")
                    .phones("098765 #####", "98765-#####", "+91 98765 #####"),
            nation("IL Israel", "נועה, דוד, Tamar", "כהן, לוי, Mizrahi", "Haifa, תל אביב")
                    .phones("052-323-####", "03 519 ####", "+972-52-323-####"),
            nation("AE United Arab Emirates", "محمد, فاطمة, Layla", "الهاشمي, Al Maktoum", "Dubai, أبوظبي")
                    .phones("050 123 ####", "04-331 ####", "+971 50 123 ####"),
            nation("CN China", "伟, 芳, 小明", "王, 李, 张", "北京, Shanghai")
                    .phones("138 0013 ####", "010-6552-####", "+86 138 0013 ####"));

    private static Builder nation(String codeAndName, String given, String family, String cities) {
        return new Builder(codeAndName, split(given), split(family), split(cities));
    }

    private static List<String> split(String names) {
        return List.of(names.split(SEPARATOR, -1));
    }

    private record Builder(String codeAndName, List<String> given, List<String> family, List<String> cities) {
        Nation phones(String... patterns) {
            return new Nation(
                    codeAndName.substring(0, 2), codeAndName.substring(3), given, family, cities, List.of(patterns));
        }
    }
}
