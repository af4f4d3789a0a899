package dev.ectype.adapter.mongo.internal.codec;

import org.bson.BsonType;
import org.bson.types.ObjectId;

/** Texts of 24 small hexadecimal digits, stored as object ids; both sort alike. */
final class ObjectIdFormat implements Format {
    @Override
    public void write(Sink sink, Object value) {
        if (!(value instanceof String text) || !isObjectId(text)) {
            throw new Unstorable("the text of an object id has 24 digits of 0-9 and a-f");
        }
        sink.objectId(new ObjectId(text));
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        return type == BsonType.OBJECT_ID ? intake.objectId().toHexString() : Natural.read(intake, type);
    }

    @Override
    public boolean isOpaque() {
        return true;
    }

    private static boolean isObjectId(String text) {
        return text.length() == 24
                && text.chars().allMatch(unit -> (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'f'));
    }
}
