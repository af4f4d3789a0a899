package dev.ectype.benchmarks.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** Makes records of params by casts alone: no check, no error, nothing that a wrong class survives. */
@NullUnmarked
@SuppressWarnings("unchecked") // taken for granted, that is the point
final class PlainConversion {

    private PlainConversion() {}

    static SignUp signUp(Map<String, Object> params) {
        return new SignUp(
                (String) params.get("email"),
                (String) params.get("name"),
                (String) params.get("password"),
                (Integer) params.get("age"),
                LocalDate.parse((String) params.get("born")),
                (String) params.get("plan"),
                (Boolean) params.get("newsletter"),
                new BigDecimal((String) params.get("budget")));
    }

    static Order order(Map<String, Object> params) {
        List<Order.Parcel> parcels = new ArrayList<>();
        for (Map<String, Object> parcel : (List<Map<String, Object>>) params.get("parcels")) {
            parcels.add(parcel(parcel));
        }
        return new Order((String) params.get("reference"), (String) params.get("email"), parcels);
    }

    private static Order.Parcel parcel(Map<String, Object> params) {
        List<Order.Item> items = new ArrayList<>();
        for (Map<String, Object> item : (List<Map<String, Object>>) params.get("items")) {
            items.add(new Order.Item((String) item.get("sku"), (Integer) item.get("quantity")));
        }
        return new Order.Parcel((String) params.get("carrier"), (Integer) params.get("grams"), items);
    }
}
