package dev.ectype.examples.writing;

import java.util.List;

/**
 * What somebody is about to buy.
 *
 * @param id the key
 * @param items the things in it
 */
public record Basket(Integer id, List<Item> items) {

    /**
     * A thing in a basket.
     *
     * @param sku its number in the shop
     * @param state whether it can be had
     */
    public record Item(String sku, String state) {}
}
