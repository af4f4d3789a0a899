package dev.ectype.types.laws;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Objects made to break whoever believes them. */
final class Hostile {
    private Hostile() {}

    static Stream<Object> objects() {
        return Stream.of(
                new Object(),
                new Bomb(),
                new BombText(),
                new BombNumber(),
                new BombInteger(),
                new BombDecimal(),
                new BombList(),
                new BombMap(),
                new AtomicInteger(3),
                listInItself(),
                mapInItself(),
                new EndlessList(),
                new EndlessMap(),
                nested(List.of(), 100_000),
                laughs(),
                new TreeMap<>(Map.of(1, 2)),
                Collections.singletonMap(null, 1),
                new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
                new BigDecimal(BigInteger.TEN, Integer.MAX_VALUE),
                BigInteger.ONE.shiftLeft(1_000_000),
                new int[] {1},
                new Object[] {new Bomb()},
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                Thread.State.NEW,
                String.class);
    }

    private static List<Object> listInItself() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        return list;
    }

    private static Map<String, Object> mapInItself() {
        Map<String, Object> map = new HashMap<>();
        map.put("year", map);
        map.put("amount", map);
        return map;
    }

    private static Object nested(Object inner, int depth) {
        return IntStream.range(0, depth).boxed().reduce(inner, (around, i) -> List.of(around), (a, b) -> b);
    }

    // A thousand million elements in three small lists.
    private static Object laughs() {
        Object list = "ha";
        for (int level = 0; level < 3; level++) {
            list = Collections.nCopies(1_000, list);
        }
        return list;
    }

    /** Throws whatever it is asked. */
    static class Bomb {
        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("equals");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }
    }

    private static final class BombText extends Bomb implements CharSequence {
        @Override
        public int length() {
            throw new IllegalStateException("length");
        }

        @Override
        public char charAt(int index) {
            throw new IllegalStateException("charAt");
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new IllegalStateException("subSequence");
        }
    }

    private static final class BombNumber extends Number {
        @Override
        public int intValue() {
            throw new IllegalStateException("intValue");
        }

        @Override
        public long longValue() {
            throw new IllegalStateException("longValue");
        }

        @Override
        public float floatValue() {
            throw new IllegalStateException("floatValue");
        }

        @Override
        public double doubleValue() {
            throw new IllegalStateException("doubleValue");
        }
    }

    private static final class BombInteger extends BigInteger {
        BombInteger() {
            super("1");
        }

        @Override
        public int bitLength() {
            throw new IllegalStateException("bitLength");
        }
    }

    private static final class BombDecimal extends BigDecimal {
        BombDecimal() {
            super(1);
        }

        @Override
        public int scale() {
            throw new IllegalStateException("scale");
        }
    }

    private static final class BombList extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            throw new IllegalStateException("get");
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static final class BombMap extends AbstractMap<String, Object> {
        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new IllegalStateException("entrySet");
        }
    }

    private static final class EndlessList extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            return "again";
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }

    private static final class EndlessMap extends AbstractMap<String, Object> {
        @Override
        public Object get(Object key) {
            return key;
        }

        @Override
        public boolean containsKey(Object key) {
            return true;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new EndlessEntries();
        }
    }

    private static final class EndlessEntries extends java.util.AbstractSet<Map.Entry<String, Object>> {
        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return Stream.generate(() -> Map.<String, Object>entry("again", 1)).iterator();
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
