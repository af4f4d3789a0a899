package dev.ectype.types.phone;

/** What a phone number is for, as far as its digits tell. */
public enum PhoneKind {
    /** A land line. */
    FIXED_LINE,
    /** A mobile phone. */
    MOBILE,
    /** A country whose numbers do not tell land lines from mobile phones. */
    FIXED_LINE_OR_MOBILE,
    /** Free for the caller. */
    TOLL_FREE,
    /** Dearer than a usual call. */
    PREMIUM_RATE,
    /** Paid by caller and called together. */
    SHARED_COST,
    /** Over the internet. */
    VOIP,
    /** Follows its owner to other phones. */
    PERSONAL,
    /** A pager. */
    PAGER,
    /** Reaches every office of a company. */
    UNIVERSAL_ACCESS,
    /** A mailbox. */
    VOICEMAIL,
    /** Fits none of these. */
    UNKNOWN
}
