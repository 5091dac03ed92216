#include "addin/dialogs/dialog.hpp"

#include "addin/dialogs/help_key.hpp"
#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"

#include <algorithm>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/PushButtonType.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XDevice.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/awt/XTopWindowListener.hpp>
#include <com/sun/star/awt/XUnitConversion.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/MeasureUnit.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase2.hxx>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
using com::sun::star::beans::XPropertySet;
using rtl::OUString;

/// Presses of a button, changes of a list or a check box.
class Listener final : public cppu::WeakImplHelper2<awt::XActionListener, awt::XItemListener> {
public:
    explicit Listener(std::function<void()> action) : action_(std::move(action)) {}

    void SAL_CALL actionPerformed(const awt::ActionEvent&) override { guarded("dialog_button", action_); }
    void SAL_CALL itemStateChanged(const awt::ItemEvent&) override { guarded("dialog_item", action_); }
    void SAL_CALL disposing(const com::sun::star::lang::EventObject&) override {}

private:
    std::function<void()> action_;
};

/// What a user does to close a window that is not executed.
class CloseListener final : public cppu::WeakImplHelper1<awt::XTopWindowListener> {
public:
    explicit CloseListener(std::function<void()> action) : action_(std::move(action)) {}

    void SAL_CALL windowClosing(const com::sun::star::lang::EventObject&) override { guarded("dialog_close", action_); }
    void SAL_CALL windowOpened(const com::sun::star::lang::EventObject&) override {}
    void SAL_CALL windowClosed(const com::sun::star::lang::EventObject&) override {}
    void SAL_CALL windowMinimized(const com::sun::star::lang::EventObject&) override {}
    void SAL_CALL windowNormalized(const com::sun::star::lang::EventObject&) override {}
    void SAL_CALL windowActivated(const com::sun::star::lang::EventObject&) override {}
    void SAL_CALL windowDeactivated(const com::sun::star::lang::EventObject&) override {}
    void SAL_CALL disposing(const com::sun::star::lang::EventObject&) override {}

private:
    std::function<void()> action_;
};

uno::Sequence<OUString> to_sequence(const std::vector<std::string>& items) {
    uno::Sequence<OUString> sequence(static_cast<sal_Int32>(items.size()));
    std::ranges::transform(items, sequence.getArray(), [](const std::string& item) { return from_utf8(item); });
    return sequence;
}

template <class Interface>
uno::Reference<Interface> create(const uno::Reference<uno::XComponentContext>& context, const char* service) {
    return {context->getServiceManager()->createInstanceWithContext(OUString::createFromAscii(service), context),
            uno::UNO_QUERY_THROW};
}

constexpr const char* fixed_font = "Liberation Mono";

/// Dialog units of a letter of the fixed font. They follow the desktop's own font, which may be of any width.
double fixed_letter_width(const uno::Reference<uno::XComponentContext>& context) {
    constexpr double usual = 4.0;
    const uno::Reference<awt::XToolkit> toolkit(awt::Toolkit::create(context), uno::UNO_QUERY_THROW);
    const uno::Reference<awt::XDevice> device(toolkit->getDesktopWindow(), uno::UNO_QUERY);
    const uno::Reference<awt::XUnitConversion> units(device, uno::UNO_QUERY);
    if (!units.is()) {
        return usual;
    }
    awt::FontDescriptor wanted;
    wanted.Name = OUString::createFromAscii(fixed_font);
    const uno::Reference<awt::XFont> font = device->getFont(wanted);
    constexpr sal_Int32 many = 1000;
    const sal_Int32 pixels = units->convertSizeToPixel({many, many}, com::sun::star::util::MeasureUnit::APPFONT).Width;
    return font.is() && pixels > 0 ? double(many) * font->getCharWidth('0') / pixels : usual;
}

com::sun::star::util::Date to_office(Date day) {
    return {day.day, day.month, day.year};
}

/// Over the middle of the window that it belongs to.
void centre(const Dialog::Window& window, const Dialog::Window& parent) {
    if (!parent.is()) {
        return;
    }
    const awt::Rectangle around = parent->getPosSize(), own = window->getPosSize();
    window->setPosSize(std::max(0, (around.Width - own.Width) / 2), std::max(0, (around.Height - own.Height) / 2), 0, 0,
                       awt::PosSize::POS);
}

} // namespace

Dialog::Dialog(const Context& context, const std::string& title, int width, int height) : context_(context) {
    factory_ = create<com::sun::star::lang::XMultiServiceFactory>(context, "com.sun.star.awt.UnoControlDialogModel");
    const Properties properties(factory_, uno::UNO_QUERY_THROW);
    properties->setPropertyValue("Title", uno::Any(from_utf8(title)));
    properties->setPropertyValue("Width", uno::Any(sal_Int32(width)));
    properties->setPropertyValue("Height", uno::Any(sal_Int32(height)));
    properties->setPropertyValue("Moveable", uno::Any(true));
    properties->setPropertyValue("Closeable", uno::Any(true));
    dialog_ = create<awt::XControl>(context, "com.sun.star.awt.UnoControlDialog");
    dialog_->setModel(uno::Reference<awt::XControlModel>(factory_, uno::UNO_QUERY_THROW));
}

Dialog::Dialog(const Context& context, const uno::Reference<awt::XControl>& window)
    : context_(context), factory_(window->getModel(), uno::UNO_QUERY_THROW), dialog_(window), is_ours_(false) {}

Dialog::~Dialog() {
    if (!is_ours_) {
        return;
    }
    try {
        uno::Reference<com::sun::star::lang::XComponent>(dialog_, uno::UNO_QUERY_THROW)->dispose();
    } catch (const uno::Exception&) { // it is gone already
    }
}

Dialog::Properties Dialog::add(const std::string& name, const char* service, const Place& place, Initial initial) {
    const Properties properties(factory_->createInstance(OUString::createFromAscii(service)), uno::UNO_QUERY_THROW);
    properties->setPropertyValue("Name", uno::Any(from_utf8(name)));
    properties->setPropertyValue("PositionX", uno::Any(sal_Int32(place.x)));
    properties->setPropertyValue("PositionY", uno::Any(sal_Int32(place.y)));
    properties->setPropertyValue("Width", uno::Any(sal_Int32(place.width)));
    properties->setPropertyValue("Height", uno::Any(sal_Int32(place.height)));
    properties->setPropertyValue("TabIndex", uno::Any(sal_Int16(controls_++)));
    for (const auto& [property, value] : initial) {
        properties->setPropertyValue(OUString::createFromAscii(property), value);
    }
    uno::Reference<com::sun::star::container::XNameContainer>(factory_, uno::UNO_QUERY_THROW)
        ->insertByName(from_utf8(name), uno::Any(properties));
    return properties;
}

void Dialog::add_label(const std::string& name, const Place& place, const std::string& text) {
    add(name, "com.sun.star.awt.UnoControlFixedTextModel", place,
        {{"Label", uno::Any(from_utf8(text))}, {"MultiLine", uno::Any(true)}});
}

void Dialog::add_heading(const std::string& name, const Place& place, const std::string& text) {
    add_label(name, place, text);
    set(name, "FontWeight", uno::Any(awt::FontWeight::BOLD));
}

void Dialog::add_list(const std::string& name, const Place& place, const std::vector<std::string>& items,
                      bool drop_down) {
    add(name, "com.sun.star.awt.UnoControlListBoxModel", place,
        {{"Dropdown", uno::Any(drop_down)},
         {"LineCount", uno::Any(sal_Int16(12))},
         {"StringItemList", uno::Any(to_sequence(items))}});
}

void Dialog::add_check_box(const std::string& name, const Place& place, const std::string& text, bool checked) {
    const Properties properties = add(name, "com.sun.star.awt.UnoControlCheckBoxModel", place);
    properties->setPropertyValue("Label", uno::Any(from_utf8(text)));
    properties->setPropertyValue("State", uno::Any(sal_Int16(checked ? 1 : 0)));
}

void Dialog::add_edit(const std::string& name, const Place& place, const std::string& text) {
    add(name, "com.sun.star.awt.UnoControlEditModel", place)->setPropertyValue("Text", uno::Any(from_utf8(text)));
}

void Dialog::add_date(const std::string& name, const Place& place, Date day, Date first, Date last) {
    constexpr sal_Int16 year_month_day = 11; // of the model's DateFormat: "2024-08-31"
    add(name, "com.sun.star.awt.UnoControlDateFieldModel", place);
    set(name, "DateFormat", uno::Any(year_month_day));
    set(name, "DateMin", uno::Any(to_office(first)));
    set(name, "DateMax", uno::Any(to_office(last)));
    set(name, "Date", uno::Any(to_office(day)));
    set(name, "Dropdown", uno::Any(true));
}

void Dialog::add_number(const std::string& name, const Place& place, int number, int first, int last) {
    add(name, "com.sun.star.awt.UnoControlNumericFieldModel", place);
    set(name, "DecimalAccuracy", uno::Any(sal_Int16(0)));
    set(name, "ShowThousandsSeparator", uno::Any(false));
    set(name, "Spin", uno::Any(true));
    set(name, "ValueMin", uno::Any(double(first)));
    set(name, "ValueMax", uno::Any(double(last)));
    set(name, "Value", uno::Any(double(number)));
}

void Dialog::add_read_only_text(const std::string& name, const Place& place, const std::string& text) {
    add_edit(name, place, text);
    set(name, "MultiLine", uno::Any(true));
    set(name, "ReadOnly", uno::Any(true));
    set(name, "VScroll", uno::Any(true));
}

void Dialog::add_table(const std::string& name, const Place& place, const std::vector<TableColumn>& columns) {
    constexpr int head_height = 10, scroll_bar = 12;
    Table table;
    table.letters =
        static_cast<std::size_t>(std::max((place.width - scroll_bar) / fixed_letter_width(context_) - 1, 1.0));
    for (const TableColumn& column : columns) {
        table.shares.push_back({static_cast<std::size_t>(column.width), column.numbers});
        table.titles.push_back(column.title);
    }
    const std::string head = name + "_head";
    add_label(head, {place.x + 1, place.y, place.width - 1, head_height}, "");
    add_list(name, {place.x, place.y + head_height, place.width, place.height - head_height}, {}, false);
    for (const std::string& one : {head, name}) {
        set(one, "FontName", uno::Any(OUString::createFromAscii(fixed_font)));
    }
    set(head, "MultiLine", uno::Any(false));
    set(head, "NoLabel", uno::Any(true)); // else the office gives it a letter of its own
    tables_[name] = std::move(table);
    set_rows(name, {});
}

void Dialog::set_rows(const std::string& name, const std::vector<std::vector<std::string>>& rows) {
    const Table& table = tables_.at(name);
    std::vector<std::vector<std::string>> all = rows;
    all.insert(all.begin(), table.titles);
    const std::vector<TextColumn> columns = fit_columns(table.shares, all, table.letters);
    std::vector<std::string> lines;
    for (const std::vector<std::string>& row : rows) {
        lines.push_back(text_line(columns, row));
    }
    set_text(name + "_head", text_line(columns, table.titles));
    set_items(name, lines);
}

int Dialog::selected_row(const std::string& name) const {
    return selected(name);
}

void Dialog::add_progress_bar(const std::string& name, const Place& place) {
    add(name, "com.sun.star.awt.UnoControlProgressBarModel", place);
}

void Dialog::add_button(const std::string& name, const Place& place, const std::string& text,
                        std::function<void()> action, bool is_default) {
    const Properties properties = add(name, "com.sun.star.awt.UnoControlButtonModel", place);
    properties->setPropertyValue("Label", uno::Any(from_utf8(text)));
    properties->setPropertyValue("DefaultButton", uno::Any(is_default));
    uno::Reference<awt::XButton>(control(name), uno::UNO_QUERY_THROW)
        ->addActionListener(new Listener(std::move(action)));
}

void Dialog::add_cancel_button(const std::string& name, const Place& place, const std::string& text) {
    const Properties properties = add(name, "com.sun.star.awt.UnoControlButtonModel", place);
    properties->setPropertyValue("Label", uno::Any(from_utf8(text)));
    properties->setPropertyValue("PushButtonType", uno::Any(sal_Int16(awt::PushButtonType_CANCEL)));
}

void Dialog::set(const std::string& name, const char* property, const uno::Any& value) {
    model(name)->setPropertyValue(OUString::createFromAscii(property), value);
}

void Dialog::set_text(const std::string& name, const std::string& text) {
    const Properties properties = model(name);
    const bool is_edit = properties->getPropertySetInfo()->hasPropertyByName("Text");
    properties->setPropertyValue(is_edit ? OUString("Text") : OUString("Label"), uno::Any(from_utf8(text)));
}

void Dialog::set_items(const std::string& name, const std::vector<std::string>& items) {
    set(name, "StringItemList", uno::Any(to_sequence(items)));
}

void Dialog::select(const std::string& name, int index) {
    uno::Sequence<sal_Int16> selection(index < 0 ? 0 : 1);
    if (index >= 0) {
        selection.getArray()[0] = static_cast<sal_Int16>(index);
    }
    set(name, "SelectedItems", uno::Any(selection));
}

void Dialog::check(const std::string& name, bool checked) {
    set(name, "State", uno::Any(sal_Int16(checked ? 1 : 0)));
}

void Dialog::on_page(int page, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        set(name, "Step", uno::Any(sal_Int32(page)));
        if (tables_.contains(name)) {
            set(std::string(name) + "_head", "Step", uno::Any(sal_Int32(page)));
        }
    }
}

void Dialog::turn_to(int page) {
    Properties(factory_, uno::UNO_QUERY_THROW)->setPropertyValue("Step", uno::Any(sal_Int32(page)));
}

void Dialog::enable(const std::string& name, bool enabled) {
    set(name, "Enabled", uno::Any(enabled));
}

void Dialog::focus(const std::string& name) {
    Window(control(name), uno::UNO_QUERY_THROW)->setFocus();
}

std::string Dialog::text(const std::string& name) const {
    OUString text;
    model(name)->getPropertyValue("Text") >>= text;
    return to_utf8(text);
}

Date Dialog::date(const std::string& name) const {
    com::sun::star::util::Date day;
    model(name)->getPropertyValue("Date") >>= day;
    return {day.Year, static_cast<std::uint8_t>(day.Month), static_cast<std::uint8_t>(day.Day)};
}

int Dialog::number(const std::string& name) const {
    double value = 0;
    model(name)->getPropertyValue("Value") >>= value;
    return static_cast<int>(value);
}

int Dialog::selected(const std::string& name) const {
    uno::Sequence<sal_Int16> selection;
    model(name)->getPropertyValue("SelectedItems") >>= selection;
    return selection.hasElements() ? selection[0] : -1;
}

bool Dialog::checked(const std::string& name) const {
    sal_Int16 state = 0;
    model(name)->getPropertyValue("State") >>= state;
    return state == 1;
}

void Dialog::on_change(const std::string& name, std::function<void()> action) {
    const uno::Reference<awt::XItemListener> listener(new Listener(std::move(action)));
    const auto one = control(name);
    if (const uno::Reference<awt::XListBox> list(one, uno::UNO_QUERY); list.is()) {
        list->addItemListener(listener);
    } else if (const uno::Reference<awt::XCheckBox> box(one, uno::UNO_QUERY); box.is()) {
        box->addItemListener(listener);
    }
}

void Dialog::on_double_click(const std::string& name, std::function<void()> action) {
    uno::Reference<awt::XListBox>(control(name), uno::UNO_QUERY_THROW)
        ->addActionListener(new Listener(std::move(action)));
}

void Dialog::make_peer(const Window& parent) {
    if (!dialog_->getPeer().is()) {
        const uno::Reference<awt::XWindowPeer> above(parent, uno::UNO_QUERY);
        dialog_->createPeer(uno::Reference<awt::XToolkit>(awt::Toolkit::create(context_), uno::UNO_QUERY_THROW), above);
        centre(window(), parent);
    }
}

bool Dialog::execute(const Window& parent) {
    make_peer(parent);
    finished_ = false;
    const HelpKey help_key(context_, help_);
    uno::Reference<awt::XDialog>(dialog_, uno::UNO_QUERY_THROW)->execute();
    return finished_;
}

void Dialog::finish() {
    finished_ = true;
    uno::Reference<awt::XDialog>(dialog_, uno::UNO_QUERY_THROW)->endExecute();
}

void Dialog::open(const Window& parent, std::function<void()> when_closed) {
    make_peer(parent);
    uno::Reference<awt::XTopWindow>(dialog_, uno::UNO_QUERY_THROW)
        ->addTopWindowListener(new CloseListener(std::move(when_closed)));
    window()->setVisible(true);
}

Dialog::Window Dialog::window() const {
    return {dialog_, uno::UNO_QUERY_THROW};
}

Dialog::Properties Dialog::model(const std::string& name) const {
    return {uno::Reference<com::sun::star::container::XNameAccess>(factory_, uno::UNO_QUERY_THROW)
                ->getByName(from_utf8(name)),
            uno::UNO_QUERY_THROW};
}

uno::Reference<awt::XControl> Dialog::control(const std::string& name) const {
    return {uno::Reference<awt::XControlContainer>(dialog_, uno::UNO_QUERY_THROW)->getControl(from_utf8(name)),
            uno::UNO_SET_THROW};
}

} // namespace finsam::addin
